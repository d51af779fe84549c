import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { themeFor } from './theme.ts';
import type { LookName } from './tokens.ts';

/** What a person may choose; `system` follows the computer, `contrast` is the strongest version of its light or dark. */
export type LookChoice = 'system' | 'light' | 'dark' | 'contrast';

/** Which of the four looks a choice means on this computer. */
export function lookFor(choice: LookChoice, systemDark: boolean, systemContrast: boolean): LookName {
  const isDark = choice === 'dark' || (choice !== 'light' && systemDark);
  const isStrong = choice === 'contrast' || (choice === 'system' && systemContrast);
  if (isStrong) return isDark ? 'contrastDark' : 'contrastLight';
  return isDark ? 'dark' : 'light';
}

/**
 * Dresses everything inside it. `textSize` is the base size in px, 12 to 20; because every length is in rem, the
 * whole window grows with it, not the words alone.
 */
export function Look(props: { choice?: LookChoice; textSize?: number; children: ReactNode }) {
  const { choice = 'system', textSize = 14, children } = props;
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const systemContrast = useMediaQuery('(prefers-contrast: more)', { noSsr: true });
  const name = lookFor(choice, systemDark, systemContrast);
  const theme = useMemo(() => themeFor(name), [name]);
  const base = Math.min(20, Math.max(12, textSize));

  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${(base / 14) * 100}%`;
    document.documentElement.dataset['look'] = name;
  }, [base, name]);

  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      {children}
    </ThemeProvider>
  );
}
