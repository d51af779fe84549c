import { createContext, use } from 'react';
import type { Preferences } from '#shared/contract/shell.ts';

/** How the window looks on this computer, and how to change it: at once here, and kept by the shell. */
export type PreferenceInfo = { preferences: Preferences; change: (change: Partial<Preferences>) => void };

export const PreferenceContext = createContext<PreferenceInfo | null>(null);

/** The person's choices of look, text size and letter keys on this computer. */
export function usePreferences(): PreferenceInfo {
  const info = use(PreferenceContext);
  if (!info) throw new Error('Preferences need the app around them.');
  return info;
}
