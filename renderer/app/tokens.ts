/** The colours of one look. Contrast of every pair that carries text is 4.5 or more, of marks 3 or more. */
export type Colours = {
  page: string;
  surface: string;
  sunken: string;
  hover: string;
  total: string;
  line: string;
  lineQuiet: string;
  lineField: string;
  ink: string;
  ink2: string;
  ink3: string;
  teal: string;
  onTeal: string;
  tealPressed: string;
  tealTint: string;
  tealLine: string;
  rail: string;
  railWords: string;
  railHover: string;
  count: string;
  onCount: string;
  amber: string;
  amberMark: string;
  amberTint: string;
  amberLine: string;
  red: string;
  redMark: string;
  redTint: string;
  redLine: string;
  green: string;
  greenMark: string;
  greenTint: string;
  greenLine: string;
  chart1: string;
  chart2: string;
  chart3: string;
  scrim: string;
  float: string;
};

const light: Colours = {
  page: '#F4F6F3',
  surface: '#FFFFFF',
  sunken: '#EBEFEB',
  hover: '#F0F4F1',
  total: '#F6F8F5',
  line: '#D9DFDA',
  lineQuiet: '#BCC9C3',
  lineField: '#7B8984',
  ink: '#14211F',
  ink2: '#43524E',
  ink3: '#5C6B67',
  teal: '#0A5C5C',
  onTeal: '#FFFFFF',
  tealPressed: '#07474A',
  tealTint: '#E2F0ED',
  tealLine: '#A9D0CA',
  rail: '#0F3537',
  railWords: '#A7C3BF',
  railHover: '#1A4547',
  count: '#F2BB62',
  onCount: '#2E1D00',
  amber: '#854700',
  amberMark: '#C27803',
  amberTint: '#FFF3DC',
  amberLine: '#E8C88D',
  red: '#A61B1B',
  redMark: '#C62A2A',
  redTint: '#FDECEA',
  redLine: '#EDB7B2',
  green: '#17653A',
  greenMark: '#2A8550',
  greenTint: '#E5F3EA',
  greenLine: '#AED6BD',
  chart1: '#0A5C5C',
  chart2: '#4E9C97',
  chart3: '#7B90A5',
  scrim: 'rgba(15, 53, 55, 0.52)',
  float: '0 16px 48px rgba(10, 30, 30, 0.28)',
};

const dark: Colours = {
  page: '#0F1716',
  surface: '#16201F',
  sunken: '#0C1312',
  hover: '#1C2827',
  total: '#1A2524',
  line: '#2B3938',
  lineQuiet: '#3E504D',
  lineField: '#74857F',
  ink: '#E7EEEB',
  ink2: '#B4C2BD',
  ink3: '#92A29D',
  teal: '#6CC9C1',
  onTeal: '#04201F',
  tealPressed: '#8AD8D1',
  tealTint: '#123432',
  tealLine: '#2A5F5B',
  rail: '#0B2A2B',
  railWords: '#9DB8B3',
  railHover: '#143A3B',
  count: '#F2BB62',
  onCount: '#2E1D00',
  amber: '#F2BB62',
  amberMark: '#DE9A2B',
  amberTint: '#2E2412',
  amberLine: '#5E4A22',
  red: '#F59A92',
  redMark: '#EF6F66',
  redTint: '#331A18',
  redLine: '#6A332F',
  green: '#84D0A0',
  greenMark: '#56B27A',
  greenTint: '#14291D',
  greenLine: '#2C5A3E',
  chart1: '#6CC9C1',
  chart2: '#3E938D',
  chart3: '#61778C',
  scrim: 'rgba(0, 0, 0, 0.6)',
  float: '0 16px 48px rgba(0, 0, 0, 0.56)',
};

/** Every line visible, every supporting word as strong as the rest: 7:1 or more throughout. */
const contrastLight: Colours = {
  ...light,
  page: '#FFFFFF',
  sunken: '#FFFFFF',
  hover: '#F0F0F0',
  total: '#F0F0F0',
  line: '#4A4A4A',
  lineQuiet: '#000000',
  lineField: '#000000',
  ink: '#000000',
  ink2: '#000000',
  ink3: '#1F1F1F',
  teal: '#003C3D',
  tealPressed: '#001F20',
  tealTint: '#E6F5F3',
  tealLine: '#003C3D',
  rail: '#001E1F',
  railWords: '#FFFFFF',
  amber: '#5C3000',
  amberMark: '#8A4B00',
  amberLine: '#8A4B00',
  red: '#7A0909',
  redMark: '#A61B1B',
  redLine: '#A61B1B',
  green: '#0B4526',
  greenMark: '#17653A',
  greenLine: '#17653A',
  chart1: '#003C3D',
  chart2: '#2E7D78',
  chart3: '#4F6478',
};

const contrastDark: Colours = {
  ...dark,
  page: '#000000',
  surface: '#000000',
  sunken: '#000000',
  hover: '#1F1F1F',
  total: '#1F1F1F',
  line: '#B8B8B8',
  lineQuiet: '#FFFFFF',
  lineField: '#FFFFFF',
  ink: '#FFFFFF',
  ink2: '#FFFFFF',
  ink3: '#E8E8E8',
  teal: '#8FF0E6',
  onTeal: '#000000',
  tealPressed: '#C4FFF9',
  tealTint: '#062E2C',
  tealLine: '#8FF0E6',
  rail: '#0B3B3C',
  railWords: '#FFFFFF',
  railHover: '#145051',
  amber: '#FFD591',
  amberMark: '#FFB84D',
  amberTint: '#261C08',
  amberLine: '#FFB84D',
  red: '#FFB3AD',
  redMark: '#FF8078',
  redTint: '#2B0F0D',
  redLine: '#FF8078',
  green: '#A9F0C2',
  greenMark: '#72D99A',
  greenTint: '#0B2114',
  greenLine: '#72D99A',
};

/** The four looks a window can have. */
export const looks = { light, dark, contrastLight, contrastDark } as const;
export type LookName = keyof typeof looks;

/** One token as a CSS variable, `var(--ink2)`, so that a style never has to know which look is on. */
export const look = Object.fromEntries(Object.keys(light).map((key) => [key, `var(--${key})`])) as Colours;

/** The look's tokens as CSS custom properties, for the root element. */
export function variablesOf(name: LookName): Record<string, string> {
  return Object.fromEntries(Object.entries(looks[name]).map(([key, value]) => [`--${key}`, value]));
}

/** A length drawn at the 14 px base, in rem, so that the person's text size moves it too. */
export function rem(pixels: number): string {
  return `${pixels / 16}rem`;
}

/** Figures that line up in columns: money, dates and counts, not references. */
export const tabular = { fontVariantNumeric: 'tabular-nums' } as const;

/** Sizes with their line heights, as pixels at the 14 px base. */
export const type = {
  small: { fontSize: rem(12), lineHeight: rem(16) },
  note: { fontSize: rem(13), lineHeight: rem(18) },
  base: { fontSize: rem(14), lineHeight: rem(20) },
  cardTitle: { fontSize: rem(15), lineHeight: rem(24), fontWeight: 600 },
  words: { fontSize: rem(16), lineHeight: rem(24) },
  dialogTitle: { fontSize: rem(18), lineHeight: rem(24), fontWeight: 600 },
  pageTitle: { fontSize: rem(22), lineHeight: rem(28), fontWeight: 650 },
  figure: { fontSize: rem(28), lineHeight: rem(32), fontWeight: 600 },
  bigFigure: { fontSize: rem(36), lineHeight: rem(40), fontWeight: 650 },
} as const;

/** What a screen reader hears and nobody sees. */
export const spokenOnly = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '-1px',
  padding: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
  border: 0,
} as const;
