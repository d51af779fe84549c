import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles';
import { looks, look, rem, tabular, type as sizes, variablesOf, type LookName } from './tokens.ts';

const fontFamily = "'Inter Variable', Inter, system-ui, 'Segoe UI', sans-serif";

/** A ring with a gap round whatever has the keyboard's attention. */
const focusRing = { outline: `2px solid ${look.teal}`, outlineOffset: '2px' } as const;

function baseline(name: LookName): ThemeOptions['components'] {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        ':root': {
          ...variablesOf(name),
          colorScheme: name.toLowerCase().includes('dark') ? 'dark' : 'light',
        },
        'html, body, #root': { height: '100%' },
        html: {
          fontSynthesis: 'none',
          WebkitFontSmoothing: 'antialiased',
          textRendering: 'optimizeLegibility',
        },
        body: {
          ...sizes.base,
          fontOpticalSizing: 'auto',
          fontFeatureSettings: "'cv05', 'calt'",
          overflow: 'hidden',
          backgroundColor: look.page,
          color: look.ink,
        },
        'h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset, legend': { margin: 0, padding: 0 },
        'ul, ol': { listStyle: 'none' },
        fieldset: { border: 0, minInlineSize: 0 },
        'b, strong': { fontWeight: 600 },
        'button, input, select, textarea': { font: 'inherit', letterSpacing: 'inherit' },
        '*': { scrollbarWidth: 'thin', scrollbarColor: `${look.lineQuiet} transparent` },
        a: { color: look.teal },
        ':focus-visible': focusRing,
        '[tabindex="-1"]:focus-visible': { outline: 'none' },
        '::selection': { backgroundColor: look.tealLine },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
  };
}

function pressable(): ThemeOptions['components'] {
  return {
    MuiButtonBase: {
      defaultProps: { disableRipple: true, disableTouchRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, disableFocusRipple: true },
      styleOverrides: {
        root: {
          minHeight: rem(36),
          minWidth: 0,
          padding: `${rem(4)} ${rem(14)}`,
          gap: rem(8),
          fontWeight: 600,
          fontSize: rem(14),
          lineHeight: rem(20),
          whiteSpace: 'nowrap',
          transition: 'none',
        },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: { borderRadius: rem(6), padding: rem(5), color: look.ink2, transition: 'none' },
      },
    },
    MuiCheckbox: { defaultProps: { disableRipple: true, size: 'small' } },
    MuiLink: { styleOverrides: { root: { fontWeight: 600, color: look.teal } } },
  };
}

function floating(): ThemeOptions['components'] {
  const panel = {
    backgroundColor: look.surface,
    backgroundImage: 'none',
    color: look.ink,
    border: `1px solid ${look.line}`,
    boxShadow: look.float,
  } as const;
  return {
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiDialog: {
      defaultProps: { transitionDuration: 0, disableScrollLock: true },
      styleOverrides: { paper: { ...panel, borderRadius: rem(10), margin: rem(16) } },
    },
    MuiBackdrop: {
      styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: look.scrim } } },
    },
    MuiMenu: {
      defaultProps: { transitionDuration: 0, disableScrollLock: true },
      styleOverrides: { paper: { ...panel, borderRadius: rem(8), marginTop: rem(4) } },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          fontSize: rem(14),
          minHeight: rem(36),
          gap: rem(8),
          '&:hover, &.Mui-focusVisible': { backgroundColor: look.hover },
          '&.Mui-selected': { backgroundColor: look.tealTint, fontWeight: 600 },
        },
      },
    },
    MuiAutocomplete: {
      styleOverrides: {
        paper: { ...panel, borderRadius: rem(8), marginTop: rem(4) },
        option: { '&.Mui-focused': { backgroundColor: `${look.tealTint} !important` } },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 500, slotProps: { transition: { timeout: 0 } } },
      styleOverrides: {
        tooltip: { backgroundColor: look.ink, color: look.surface, fontSize: rem(12), fontWeight: 450 },
      },
    },
  };
}

function palette(name: LookName): ThemeOptions['palette'] {
  const c = looks[name];
  return {
    mode: name.toLowerCase().includes('dark') ? 'dark' : 'light',
    primary: { main: c.teal, dark: c.tealPressed, light: c.tealTint, contrastText: c.onTeal },
    secondary: { main: c.chart2, contrastText: c.onTeal },
    error: { main: c.redMark, dark: c.red, light: c.redTint },
    warning: { main: c.amberMark, dark: c.amber, light: c.amberTint },
    success: { main: c.greenMark, dark: c.green, light: c.greenTint },
    info: { main: c.teal, dark: c.tealPressed, light: c.tealTint },
    background: { default: c.page, paper: c.surface },
    text: { primary: c.ink, secondary: c.ink2, disabled: c.ink3 },
    divider: c.line,
    action: { hover: c.hover, selected: c.tealTint, disabled: c.ink3, focus: c.hover },
  };
}

/**
 * One theme for a look: desk and paper, radius 6, no ripple, no capitals, no elevation, a teal focus ring with a
 * gap. Every length is in rem, so that the person's text size moves the whole window.
 */
export function themeFor(name: LookName): Theme {
  return createTheme({
    palette: palette(name) ?? {},
    shape: { borderRadius: 6 },
    spacing: (factor: number) => rem(8 * factor),
    typography: {
      fontFamily,
      htmlFontSize: 16,
      fontSize: 14,
      fontWeightRegular: 400,
      fontWeightMedium: 550,
      fontWeightBold: 650,
      h1: sizes.pageTitle,
      h2: sizes.cardTitle,
      h3: { ...sizes.base, fontWeight: 600 },
      body1: sizes.base,
      body2: sizes.note,
      caption: sizes.small,
      button: { textTransform: 'none', fontWeight: 600, ...tabular },
    },
    components: { ...baseline(name), ...pressable(), ...floating() },
  });
}
