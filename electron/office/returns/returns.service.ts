import { createHash } from 'node:crypto';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReturnData } from '#shared/contract/returns.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { parsePeriod, type Period, quartersBetween } from '#shared/domain/quarter.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { firstEpisodeDay } from '../children/children.service.ts';
import type { Context } from '../context.ts';
import { writeWhole } from '../database/files.ts';
import { computeReturn } from './compute.ts';
import { firstLedgerDay } from './returns.queries.ts';
import { returnCsv } from './writers/csv.ts';
import { returnXlsx } from './writers/xlsx.ts';

/** Every quarter from the office's first record to today, newest first. */
async function knownPeriods(context: Context): Promise<Period[]> {
  const days = [await firstLedgerDay(context.db), await firstEpisodeDay(context)];
  const first = days.reduce((least, day) => (day && (!least || day < least) ? day : least), null);
  return quartersBetween(first ?? context.today, context.today).toReversed();
}

/** The quarters that can be returned, newest first; a quarter is complete once its last day has gone. */
export async function periods(context: Context): Promise<Output<'returns.periods'>> {
  const known = await knownPeriods(context);
  return {
    periods: known.map(({ code, from, to }) => ({ code, from, to, complete: to < context.today })),
  };
}

/** Throws `no_such_period` in words: no such quarter, one that has not begun, or one before the office's first record. */
async function periodFor(context: Context, text: string): Promise<Period> {
  const period = parsePeriod(text);
  const known = await knownPeriods(context);
  const found = known.find(({ code }) => code === period?.code);
  if (found) return found;
  const [newest, oldest] = [known[0]?.code ?? '', known.at(-1)?.code ?? ''];
  const why = !period
    ? 'That is no quarter. A quarter is written as 2007-Q1, which is April to June 2007.'
    : period.from > context.today
      ? `${period.code} has not begun: it starts on ${formatDay(period.from)}.`
      : `The office has no records of ${period.code}.`;
  const which = newest === oldest ? newest : `one from ${oldest} to ${newest}`;
  throw new OfficeProblem('no_such_period', `${why} Nothing was written. Choose ${which}.`, {
    field: 'period',
  });
}

/** A quarter's return. */
export async function get(context: Context, input: Parsed<'returns.get'>): Promise<ReturnData> {
  return computeReturn(context, await periodFor(context, input.period), input.profile);
}

const writers = {
  json: (data: ReturnData) => Promise.resolve(Buffer.from(`${JSON.stringify(data, null, 2)}\n`)),
  csv: (data: ReturnData) => Promise.resolve(Buffer.from(returnCsv(data))),
  xlsx: returnXlsx,
};

/** Writes a return to a chosen file, whole or not at all. */
export async function exportReturn(
  context: Context,
  input: Parsed<'returns.export'>,
): Promise<Output<'returns.export'>> {
  const file = context.filePath(input.file, 'write');
  await context.progress(0, 2, 'Adding up');
  const data = await get(context, input);
  await context.progress(1, 2, 'Writing the file');
  const bytes = await writers[input.format](data);
  writeWhole(file, bytes);
  const { period, profile, hash } = data;
  context.note({ entity: 'return', id: null, detail: { period, profile, format: input.format, hash } });
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Writes into the audit trail that a return went to paper or to a PDF. */
export async function recordPrint(context: Context, input: Parsed<'returns.recordPrint'>) {
  const { code } = await periodFor(context, input.period);
  context.note({
    entity: 'return',
    id: null,
    detail: { period: code, profile: input.profile, how: input.how },
  });
  return {};
}
