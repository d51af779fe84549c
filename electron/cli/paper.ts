import { spawn } from 'node:child_process';
import { z } from 'zod';
import type { PaperJob } from '#shared/contract/papers.ts';
import { OfficeProblem, problemCodes } from '#shared/problems.ts';
import type { Host, Program } from './host.ts';

const failure = z.object({ problem: z.object({ code: z.enum(problemCodes), message: z.string() }) });

/** Inside an installed app the program itself makes paper. */
function ownProgram(): Program | null {
  if (!process.versions.electron) return null;
  const [, folder] = process.argv;
  return { executable: process.execPath, args: process.defaultApp && folder ? [folder] : [], env: {} };
}

async function paperMaker(host: Host): Promise<Program> {
  const found = (await host.findPaperMaker?.()) ?? ownProgram();
  if (found) return found;
  throw new OfficeProblem(
    'printing_failed',
    'There is no window here to make the PDF with. Nothing was written. Run it as: npm run office -- …',
  );
}

/** Lays a document out and makes its PDF, by the very components that the window previews. */
export async function makePdf(job: PaperJob, host: Host): Promise<Buffer> {
  const { executable, args, env } = await paperMaker(host);
  const headless = process.platform === 'linux' && !process.env.DISPLAY ? ['--ozone-platform=headless'] : [];
  const child = spawn(executable, [...headless, ...args, '--paper'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const out: Buffer[] = [];
  const said: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => said.push(part));
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(job));
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  const pdf = Buffer.concat(out);
  if (code !== 0 || pdf.subarray(0, 5).toString('latin1') !== '%PDF-')
    throw problemIn(Buffer.concat(said).toString('utf8'));
  return pdf;
}

/** The maker's own problem; Electron may have said other things on the same channel. */
function problemIn(said: string): OfficeProblem {
  for (const line of said.split('\n').filter((one) => one.startsWith('{"problem"'))) {
    const read = failure.safeParse(JSON.parse(line));
    if (read.success) return new OfficeProblem(read.data.problem.code, read.data.problem.message);
  }
  return new OfficeProblem(
    'printing_failed',
    'The PDF could not be made: the program that makes it did not answer. Nothing was written.',
  );
}
