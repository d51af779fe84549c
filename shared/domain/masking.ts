import { type KnownIdentity, withoutNames } from './privacy.ts';

/** What could tell who a child is, with the address too. */
export type KnownChild = KnownIdentity & { addresses: readonly string[] };

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The parts of an address as people write them: each line and each piece between commas. */
function addressParts(address: string): string[] {
  return address
    .split(/[\n,;]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 4);
}

/**
 * Words about a child for a reader who may not know which child: without the family's names, dates, postcode, schools
 * and address. Empty when nothing else is left.
 */
export function masked(text: string, known: KnownChild): string {
  const parts = known.addresses.flatMap(addressParts);
  const placeless = parts.reduce(
    (rest, part) => rest.replaceAll(new RegExp(escaped(part).replaceAll(/\s+/g, String.raw`\s+`), 'gi'), '…'),
    text,
  );
  return withoutNames(placeless, known);
}
