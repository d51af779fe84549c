import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A job that reached the queue: what was sent, and how many of it. */
export type QueuedJob = { printer: string; title: string; copies: number; pdf: Uint8Array };

/** A private print server with two printers that keep what they are sent and print nothing. */
export type PrintServer = {
  /** Makes programs use this server and no other. */
  env: Record<string, string>;
  printers: string[];
  /** Waits until so many jobs have arrived since the start, and gives them all. */
  jobs: (count: number) => Promise<QueuedJob[]>;
  close: () => Promise<void>;
};

const PRINTERS = ['Front_desk', 'Back_office'];
const PATIENCE = 15_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** Who runs the server's helpers: as root it gives its rights up for the printing user's. */
function account(): string {
  if (process.getuid?.() === 0) return 'User lp\nGroup lp\nSystemGroup root';
  const { username } = os.userInfo();
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  return `User ${username}\nGroup ${group}\nSystemGroup ${group}`;
}

function configure(folder: string, port: number): void {
  for (const name of ['root', 'cache', 'state', 'spool', 'spool/tmp', 'log']) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  // The helpers must be able to walk to their files.
  chmodSync(folder, 0o755);
  writeFileSync(
    path.join(folder, 'cupsd.conf'),
    [
      `Listen 127.0.0.1:${port}`,
      'LogLevel warn',
      'DefaultAuthType None',
      'WebInterface No',
      'Browsing No',
      'PreserveJobFiles Yes',
      'PreserveJobHistory Yes',
      '<Location />\nOrder allow,deny\nAllow localhost\n</Location>',
      '<Location /admin>\nOrder allow,deny\nAllow localhost\n</Location>',
      '<Policy default>\n<Limit All>\nOrder allow,deny\nAllow localhost\n</Limit>\n</Policy>',
    ].join('\n'),
  );
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(
    path.join(folder, 'cups-files.conf'),
    [
      'FileDevice Yes',
      `ServerRoot ${at('root')}`,
      `CacheDir ${at('cache')}`,
      `StateDir ${at('state')}`,
      `RequestRoot ${at('spool')}`,
      `TempDir ${at('spool/tmp')}`,
      `AccessLog ${at('log/access')}`,
      `ErrorLog ${at('log/error')}`,
      `PageLog ${at('log/page')}`,
      account(),
    ].join('\n'),
  );
}

async function until<T>(what: string, look: () => T | null): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = look();
    if (found !== null) return found;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`${what} did not happen in time.`);
}

function addPrinters(env: Record<string, string>): void {
  for (const printer of PRINTERS) {
    // A raw queue: takes what comes as it is. The device swallows it; the spool keeps it for us.
    const settings = [
      '-p',
      printer,
      '-E',
      '-v',
      'file:/dev/null',
      '-m',
      'raw',
      '-o',
      'printer-is-shared=false',
    ];
    execFileSync('/usr/sbin/lpadmin', settings, { env: { ...process.env, ...env }, stdio: 'ignore' });
  }
}

/** One value of a job's control file, which is an IPP message: tag, name, value, each with its length before it. */
function attribute(control: Buffer, name: string): Buffer | null {
  const at = control.indexOf(
    Buffer.concat([Buffer.from([name.length >> 8, name.length & 255]), Buffer.from(name)]),
  );
  if (at === -1) return null;
  const start = at + 2 + name.length;
  const length = control.readUInt16BE(start);
  return control.subarray(start + 2, start + 2 + length);
}

function readJob(spool: string, control: string): QueuedJob | null {
  const data = readdirSync(spool).find((name) => name.startsWith(`d${control.slice(1)}-`));
  if (data === undefined) return null;
  const bytes = readFileSync(path.join(spool, control));
  const copies = attribute(bytes, 'copies');
  return {
    printer: path.posix.basename(
      (attribute(bytes, 'job-printer-uri') ?? attribute(bytes, 'printer-uri') ?? '').toString(),
    ),
    title: attribute(bytes, 'job-name')?.toString() ?? '',
    copies: copies === null ? 1 : copies.readInt32BE(0),
    pdf: new Uint8Array(readFileSync(path.join(spool, data))),
  };
}

function readJobs(spool: string): QueuedJob[] {
  return readdirSync(spool)
    .filter((name) => /^c\d+$/.test(name))
    .sort()
    .map((name) => readJob(spool, name))
    .filter((job) => job !== null);
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill();
  });
}

/** Starts a print server of the tests' own on a free port of this computer; the system's own is left alone. */
export async function openPrintServer(): Promise<PrintServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trust-desk-print-'));
  const port = await freePort();
  configure(folder, port);
  const files = ['-c', path.join(folder, 'cupsd.conf'), '-s', path.join(folder, 'cups-files.conf')];
  const server = spawn('/usr/sbin/cupsd', ['-f', ...files], { stdio: 'ignore' });
  const env = { CUPS_SERVER: `127.0.0.1:${port}` };
  await until('The start of the print server', () => {
    try {
      return execFileSync('/usr/bin/lpstat', ['-r'], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      }).includes('not running')
        ? null
        : true;
    } catch {
      return null;
    }
  });
  addPrinters(env);
  return {
    env,
    printers: PRINTERS,
    jobs: (count) =>
      until(`Job ${count}`, () => {
        const jobs = readJobs(path.join(folder, 'spool'));
        return jobs.length >= count ? jobs : null;
      }),
    close: async () => {
      await stopped(server);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
