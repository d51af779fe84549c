/** The sign of the other figures on paper, as wide as a figure. */
const MINUS = '\u2212';

/** `1500` basis points as `15%`, `1750` as `17.5%`. */
export function formatRate(basisPoints: number): string {
  return `${String(basisPoints / 100)}%`;
}

/** A share in basis points with one decimal, for a column of shares: `2650` as `26.5%`. */
export function formatShare(basisPoints: number): string {
  const tenths = Math.round(Math.abs(basisPoints) / 10);
  return `${basisPoints < 0 && tenths > 0 ? MINUS : ''}${(tenths / 10).toFixed(1)}%`;
}

/** `Standard` as `standard`, for the middle of a line; a word in capitals, such as `VAT`, stays as it is. */
export function lowerFirst(text: string): string {
  return /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** `session` for one, `sessions` for more; `each` and units that end in s stay as they are. */
export function unitFor(quantityThousandths: number, unit: string): string {
  if (quantityThousandths === 1000 || unit === 'each' || unit === '' || unit.endsWith('s')) return unit;
  if (/(?:ch|sh|x)$/.test(unit)) return `${unit}es`;
  return /[a-z]$/.test(unit) ? `${unit}s` : unit;
}

/** Two letters that stand for a council beside its name: `Marlford Borough Council` as `MB`. */
export function monogram(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[A-Z]/.test(word) && word !== 'Council');
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
}

/** Cuts a long text between words into parts of at most `most` characters, so that no table row outgrows a page. */
export function partsOf(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most);
    const cut = space > most / 2 ? space : most;
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest];
}
