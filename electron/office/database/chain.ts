import { createHash } from 'node:crypto';
import { formatDay } from '#shared/domain/dates.ts';

/** A line of the audit trail as it is stored. */
export type AuditRow = {
  seq: number;
  at: string;
  person_id: number | null;
  operation: string;
  outcome: string;
  entity: string;
  entity_id: number | null;
  detail: string;
  previous_hash: string;
  hash: string;
  form: number;
  action: string;
  roles: string;
  machine: string;
  about: string;
  body_hash: string;
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * What a line's hash is made over: everything in it and the hash before. Lines of the first form, from before the
 * trail told of actions, roles, computers and bodies, were hashed over what they had.
 */
export function lineHash(row: Omit<AuditRow, 'hash'>): string {
  const first = [
    row.seq,
    row.at,
    row.person_id ?? '',
    row.operation,
    row.outcome,
    row.entity,
    row.entity_id ?? '',
    row.detail,
    row.previous_hash,
  ];
  const more = [row.form, row.action, row.roles, row.machine, row.about, row.body_hash];
  return sha256(JSON.stringify(row.form === 1 ? first : [...first, ...more]));
}

/** A body's hash. The salt goes with the body when it is destroyed, so that nobody can guess back what it said. */
export function bodyHash(salt: string, body: string): string {
  return sha256(`${salt}\n${body}`);
}

/** The records of a line, each once, in the order of the trail's index: what it names and what else it is about. */
export function recordsOf(
  entity: string,
  entityId: number | null,
  about: readonly { kind: string; id: number }[],
): string[] {
  const named = entity !== '' && entityId !== null ? [`${entity} ${entityId}`] : [];
  return [...new Set([...named, ...about.map(({ kind, id }) => `${kind} ${id}`)])].sort();
}

/** Where a chain breaks first: the line, its day as it says, and what is wrong in words. */
export type ChainBreak = {
  seq: number;
  kind: 'changed' | 'removed' | 'swapped' | 'inserted' | 'replaced' | 'form';
  sentence: string;
};

const on = (row: AuditRow) =>
  /^\d{4}-\d{2}-\d{2}T/.test(row.at) ? `, of ${formatDay(row.at.slice(0, 10))} by what it says` : '';

/** Whether a line is what it was when it was written, at its place or at another. */
const saysTrue = (row: AuditRow, seq = row.seq) => lineHash({ ...row, seq }) === row.hash;

/** Columns that lines of the first form do not hash must be as the program made them. */
const formFits = (row: AuditRow, before: AuditRow | null) =>
  row.form === 2 ||
  ((before?.form ?? 1) === 1 &&
    [row.action, row.roles, row.machine, row.body_hash].every((text) => text === '') &&
    row.about === '[]');

/**
 * What is wrong between a line and the one before it (`null` before the first); null when nothing is.
 */
export function breakBetween(before: AuditRow | null, row: AuditRow): ChainBreak | null {
  const expected = (before?.seq ?? 0) + 1;
  if (row.seq !== expected) {
    const gone =
      row.seq - 1 === expected ? `Line ${expected} was` : `Lines ${expected} to ${row.seq - 1} were`;
    return {
      seq: expected,
      kind: 'removed',
      sentence: `${gone} removed, just before line ${row.seq}${on(row)}.`,
    };
  }
  if (!saysTrue(row)) return changedOrMoved(row);
  if (!formFits(row, before))
    return {
      seq: row.seq,
      kind: 'form',
      sentence: `Line ${row.seq}${on(row)}, pretends to be older than it is.`,
    };
  if (row.previous_hash === (before?.hash ?? '')) return null;
  if (!before)
    return {
      seq: 1,
      kind: 'removed',
      sentence: 'The first line is not the first that was written: those before it were removed.',
    };
  return {
    seq: before.seq,
    kind: 'replaced',
    sentence: `Line ${before.seq}${on(before)}, was replaced, or changed and its hash made anew: line ${row.seq} was written after a different one.`,
  };
}

/** How far a line is looked for that was moved. */
const FAR = 20_000;

/** The place at which this line was written, if it was moved from there. */
function placeWritten(row: AuditRow): number | null {
  for (let away = 1; away <= FAR; away++) {
    if (saysTrue(row, row.seq + away)) return row.seq + away;
    if (row.seq > away && saysTrue(row, row.seq - away)) return row.seq - away;
  }
  return null;
}

function changedOrMoved(row: AuditRow): ChainBreak {
  const { seq } = row;
  const written = placeWritten(row);
  if (written === null)
    return {
      seq,
      kind: 'changed',
      sentence: `Line ${seq}${on(row)}, was changed: it no longer says what it said when it was written.`,
    };
  if (written === seq - 1)
    return {
      seq: written,
      kind: 'inserted',
      sentence: `A line was inserted at ${written}: the line now at ${seq}${on(row)}, was written as ${written}.`,
    };
  return {
    seq,
    kind: 'swapped',
    sentence: `Lines changed places: what now stands at ${seq}${on(row)}, was written as line ${written}.`,
  };
}
