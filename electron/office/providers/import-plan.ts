import { hash } from 'node:crypto';
import type { ImportReport } from '#shared/contract/providers.ts';
import { displaySupplier, supplierKey } from '#shared/domain/names.ts';
import type { PaymentRow } from './payments-rows.ts';

/** A provider on the list, with the spellings under which files have named it, the first one first. */
export type KnownProvider = { id: number; name: string; nameKey: string; spellings: string[] };

/** Where the rows of one spelling go: a provider on the list, or a new one. `main` is the spelling that counts as its own. */
export type Target = { id: number | null; name: string; nameKey: string; main: string };

/** Which provider each spelling means, and which spellings were folded together or could be. */
export type Plan = { targets: Map<string, Target>; folds: ImportReport['folds'] };

/**
 * Marks the key of a provider whose spelling a person did not agree to fold: the spelling itself, so that it stays a
 * provider of its own. `supplierKey` never makes a key with this mark.
 */
const OWN = '=';

function countSpellings(rows: readonly PaymentRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { spelling } of rows) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  return counts;
}

function groupKnown(known: readonly KnownProvider[]) {
  const bySpelling = new Map<string, KnownProvider>();
  const byKey = new Map<string, KnownProvider[]>();
  for (const provider of known) {
    for (const spelling of [provider.name, ...provider.spellings])
      if (!bySpelling.has(spelling)) bySpelling.set(spelling, provider);
    const keys = new Set([supplierKey(provider.name), provider.nameKey]);
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), provider]);
  }
  return { bySpelling, byKey };
}

function toKnown(provider: KnownProvider, spelling: string): Target {
  const main = spelling === provider.name ? spelling : (provider.spellings[0] ?? provider.name);
  return { id: provider.id, name: provider.name, nameKey: provider.nameKey, main };
}

/** The spelling a supplier is shown by: the one on most rows, then the one that is not all capitals, then the first. */
function bestSpelling(spellings: readonly string[], counts: ReadonlyMap<string, number>): string {
  const rank = (spelling: string) =>
    (counts.get(spelling) ?? 0) * 2 + (spelling === spelling.toUpperCase() ? 0 : 1);
  return spellings.reduce((best, spelling) => (rank(spelling) > rank(best) ? spelling : best));
}

/** Each spelling a provider of its own; the best takes the plain key when no provider on the list has it. */
function ownTargets(
  key: string,
  spellings: readonly string[],
  best: string,
  taken: boolean,
): [string, Target][] {
  return spellings.map((spelling) => [
    spelling,
    {
      id: null,
      name: spelling,
      nameKey: !taken && spelling === best ? key : `${OWN}${spelling}`,
      main: spelling,
    },
  ]);
}

/**
 * Decides which provider each spelling of a file means. A spelling seen before goes where it went then. Spellings that
 * look like one supplier, or like one on the list, are folded only where `agreed` names their key; otherwise each becomes
 * a provider of its own. All of them are returned, so that a person can agree.
 */
export function planSuppliers(
  rows: readonly PaymentRow[],
  known: readonly KnownProvider[],
  agreed: ReadonlySet<string>,
): Plan {
  const counts = countSpellings(rows);
  const { bySpelling, byKey } = groupKnown(known);
  const plan: Plan = { targets: new Map(), folds: [] };
  const newByKey = new Map<string, string[]>();
  for (const spelling of counts.keys()) {
    const provider = bySpelling.get(spelling);
    if (provider) plan.targets.set(spelling, toKnown(provider, spelling));
    else {
      const key = supplierKey(spelling);
      newByKey.set(key, [...(newByKey.get(key) ?? []), spelling]);
    }
  }
  for (const [key, spellings] of newByKey) {
    const best = bestSpelling(spellings, counts);
    const existing = byKey.get(key) ?? [];
    const provider = existing.find((each) => each.nameKey === key) ?? existing[0];
    const alike = [...existing.map((each) => each.name), ...spellings];
    const name = provider?.name ?? displaySupplier(best);
    if (alike.length > 1)
      plan.folds.push({
        key,
        name,
        spellings: alike.map((text) => ({ text, rows: counts.get(text) ?? 0 })),
      });
    if (alike.length > 1 && !agreed.has(key))
      for (const [spelling, target] of ownTargets(key, spellings, best, existing.length > 0))
        plan.targets.set(spelling, target);
    else {
      const target = provider
        ? toKnown(provider, provider.name)
        : { id: null, name, nameKey: key, main: best };
      for (const spelling of spellings) plan.targets.set(spelling, target);
    }
  }
  return plan;
}

/**
 * A mark for each row that is the same whenever the same row comes again: date, pence, department, spelling, description,
 * and which of several identical rows it is. Null where a row says no payment.
 */
export function fingerprints(rows: readonly PaymentRow[]): (string | null)[] {
  const seen = new Map<string, number>();
  return rows.map(({ spelling, department, description, paid }) => {
    if (paid === null) return null;
    const text = `${paid.on}\u001f${paid.netPence}\u001f${department}\u001f${spelling}\u001f${description}`;
    const mark = hash('sha256', text, 'base64url').slice(0, 22);
    const time = (seen.get(mark) ?? 0) + 1;
    seen.set(mark, time);
    return time === 1 ? mark : `${mark}.${time}`;
  });
}
