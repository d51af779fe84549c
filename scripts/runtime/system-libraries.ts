import { readFileSync } from 'node:fs';
import { run } from '../bootstrap/processes.mjs';
import { Stop } from '../bootstrap/stop.mjs';

/**
 * What a task needs of a Debian or Ubuntu machine. Each entry lists the names a package goes by: newer releases
 * renamed those that hold 64-bit times.
 */
const NEEDS = {
  window: [
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libnss3'],
    ['libasound2t64', 'libasound2'],
    ['libgbm1'],
    ['libxss1'],
    ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ],
  display: [['xvfb']],
  compiler: [['g++'], ['make'], ['python3']],
  paper: [['cups-daemon'], ['cups-client'], ['poppler-utils']],
} as const satisfies Record<string, readonly (readonly string[])[]>;

export type Need = keyof typeof NEEDS;

/**
 * Makes sure that the system's libraries for these needs are there: installs them when this is root, and otherwise
 * names the one line to run. Does nothing on a system without Debian's package tools.
 *
 * @throws {Stop} when something is missing and cannot be installed from here
 */
export async function ensureLibraries(...needs: Need[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const wanted: (readonly string[])[] = needs.flatMap((need) => [...NEEDS[need]]);
  const installed = await installedOf(wanted.flat());
  if (installed === undefined) return;
  const missing = wanted.filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = await namesHere(missing);
    throw new Stop(
      `Some system libraries are missing. Run this line, then the same command again:\n\n  sudo apt-get install -y ${names.join(' ')}`,
    );
  }
  await install(missing);
}

async function install(missing: readonly (readonly string[])[]): Promise<void> {
  console.log(`Installing system libraries (apt-get): ${missing.map((names) => names.at(-1)).join(', ')}.`);
  await run('apt-get', ['update', '-qq'], { output: 'keep' });
  const names = await namesHere(missing);
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
    {
      output: 'keep',
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (code === 0) return;
  const said = output.split(/\r?\n/).filter((line) => line.startsWith('E:'));
  throw new Stop(
    `The system libraries could not be installed. Run this line to see why:\n\n  apt-get install ${names.join(' ')}\n\n${said.join('\n')}`,
  );
}

/** The installed ones among these packages, or undefined where Debian's package tools are not to be had. */
async function installedOf(names: readonly string[]): Promise<Set<string> | undefined> {
  const asked = await run('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\\n', ...names], {
    output: 'keep',
  });
  if (asked.code === 127) return undefined;
  const lines = asked.output.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name = '']) => name));
}

/** For each package the name it has on this system. */
async function namesHere(packages: readonly (readonly string[])[]): Promise<string[]> {
  const offered = await offeredOf(packages.flat());
  const guess = hasNewNames() ? 0 : -1;
  return packages.map((names) => names.find((name) => offered.has(name)) ?? names.at(guess) ?? '');
}

/** Which of these names apt can install. Empty on a machine whose lists were never fetched. */
async function offeredOf(names: readonly string[]): Promise<Set<string>> {
  const { output } = await run('apt-cache', ['policy', ...names], { output: 'keep', env: { LC_ALL: 'C' } });
  const entries = output.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (.+)$/gm);
  return new Set(
    [...entries].filter(([, , candidate]) => candidate !== '(none)').map(([, name = '']) => name),
  );
}

/** Debian 13 and Ubuntu 24.04 are the first with the new names. */
function hasNewNames(): boolean {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(release)?.[1]);
    return version >= (/^ID=ubuntu/m.test(release) ? 24 : 13);
  } catch {
    return false;
  }
}
