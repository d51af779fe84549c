import type { Control } from 'react-hook-form';
import { z } from 'zod';
import { settings } from '#shared/contract/settings.ts';

/** What may be changed of the office's name and letterhead; the version is added when it is saved. */
export const settingsSchema = settings['settings.save'].input.omit({ version: true });
/** See {@link settingsSchema}. */
export type SettingsValues = z.output<typeof settingsSchema>;
/** What the cards of the form are given. */
export type SettingsControl = { control: Control<z.input<typeof settingsSchema>, unknown, SettingsValues> };
