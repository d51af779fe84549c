import { createHash } from 'node:crypto';
import path from 'node:path';
import { writeWhole } from '../../office/database/files.ts';
import type { Values } from '../arguments.ts';
import type { Command } from '../commands.ts';
import { type Host, Usage } from '../host.ts';
import { printJson } from '../output.ts';
import { makePdf } from '../paper.ts';
import { type Session, withSession } from '../session.ts';

type Format = 'json' | 'csv' | 'xlsx' | 'pdf';
type Profile = 'internal' | 'published';

function oneOf<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === given);
  if (!found) throw new Usage(`--${name} is one of ${allowed.join(', ')}.`);
  return found;
}

function read(values: Values) {
  const format = oneOf<Format>('format', values.text('format') ?? 'json', ['json', 'csv', 'xlsx', 'pdf']);
  const profile = oneOf<Profile>('profile', values.text('profile') ?? 'published', ['internal', 'published']);
  const out = values.text('out');
  if (!out && format !== 'json')
    throw new Usage(`Say where to write the ${format.toUpperCase()}: --out FILE.`);
  return { format, profile, out, period: values.needed('period') };
}

async function writePdf(
  session: Session,
  host: Host,
  wanted: { period: string; profile: Profile; out: string },
) {
  const { period, profile, out } = wanted;
  const data = await session.do('returns.get', { period, profile });
  const bytes = await makePdf({ document: 'quarterly-return', data }, host);
  writeWhole(path.resolve(out), bytes);
  await session.do('returns.recordPrint', { period, profile, how: 'saved' });
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Writes a quarter's return. */
export const quarterlyReturn: Command = {
  name: 'return',
  summary: 'Write a quarter’s return as JSON, CSV, XLSX or PDF',
  options: {
    period: { value: 'CODE', needed: true, help: 'the quarter: 2007-Q1 is April to June 2007' },
    profile: { value: 'NAME', help: 'published (small numbers hidden, the usual one) or internal (exact)' },
    format: { value: 'FORMAT', help: 'json (the usual one), csv, xlsx or pdf' },
    out: { value: 'FILE', help: 'where to; JSON without it goes to standard output' },
  },
  run: (values, host) => {
    const { format, profile, out, period } = read(values);
    return withSession(values, ['returns.read'], async (session) => {
      if (!out) await printJson(await session.do('returns.get', { period, profile }));
      else if (format === 'pdf')
        await printJson({
          file: path.resolve(out),
          ...(await writePdf(session, host, { period, profile, out })),
        });
      else {
        const file = session.file(out, 'write');
        const told = await session.do('returns.export', { period, profile, format, file });
        await printJson({ file: path.resolve(out), ...told });
      }
      return 0;
    });
  },
};
