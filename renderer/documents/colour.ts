/** The house's teal: used when a letterhead colour is missing or cannot be read. */
export const houseColour = '#0A5C5C';

type Rgb = [number, number, number];

function parse(hex: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  const parts = short === null ? long : short.map((part, index) => (index === 0 ? part : part + part));
  if (parts === null) return null;
  const [, r = '0', g = '0', b = '0'] = parts;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast of a colour against white paper by WCAG 2.2; 1 when it cannot be read as `#rgb` or `#rrggbb`. */
export function contrastOnWhite(hex: string): number {
  const rgb = parse(hex.trim());
  return rgb === null ? 1 : 1.05 / (luminance(rgb) + 0.05);
}

/**
 * A letterhead colour that can be read as text on white paper, also once a printer has turned it grey: the
 * office's own, or the nearest darker shade of it with a contrast of 5.5 or more; the house's teal when it is
 * no colour.
 */
export function safeColour(hex: string): string {
  const rgb = parse(hex.trim());
  if (rgb === null) return houseColour;
  for (let share = 100; share > 0; share -= 4) {
    const darker = rgb.map((value) =>
      Math.round((value * share) / 100)
        .toString(16)
        .padStart(2, '0'),
    );
    const shade = `#${darker.join('')}`;
    if (contrastOnWhite(shade) >= 5.5) return shade;
  }
  return '#000000';
}
