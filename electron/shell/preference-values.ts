import { renameSync } from 'node:fs';
import { z } from 'zod';
import { preferences, type Preferences } from '#shared/contract/shell.ts';
import type { WindowBounds } from './window-options.ts';

/** What the shell remembers: the person's preferences and where the window was. */
export type Remembered = Preferences & { window: WindowBounds | null };

/** What a new computer starts with. */
export const FIRST_PREFERENCES: Preferences = { theme: 'system', textSize: 14, letterKeys: true };

const point = z.number().int().min(-100_000).max(100_000);
const windowBounds = z.object({
  x: point,
  y: point,
  width: z.number().int().min(200).max(100_000),
  height: z.number().int().min(200).max(100_000),
  isMaximized: z.boolean(),
});

const remembered = z.object({
  theme: preferences.shape.theme.catch(FIRST_PREFERENCES.theme),
  textSize: preferences.shape.textSize.catch(FIRST_PREFERENCES.textSize),
  letterKeys: preferences.shape.letterKeys.catch(FIRST_PREFERENCES.letterKeys),
  window: windowBounds.nullable().catch(null),
});

/** Whatever the file held, as preferences: each value that makes no sense is the first one again. */
export function readRemembered(stored: unknown): Remembered {
  const read = remembered.safeParse(stored);
  return read.success ? read.data : remembered.parse({});
}

/** Moves a file that cannot be read out of the way and keeps it for whoever wants to know why. */
export function setAside(file: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const aside = file.replace(/\.json$/, '') + `.unreadable-${stamp}.json`;
  renameSync(file, aside);
  return aside;
}
