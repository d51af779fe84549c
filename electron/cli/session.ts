import path from 'node:path';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import { type Permission, permissionsOf } from '#shared/domain/roles.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { Desk } from '../office/desk.ts';
import { call } from '../office/gate.ts';
import { fileLog } from '../office/log.ts';
import { practicePassphrase, practicePeople } from '../office/practice/sign-ins.ts';
import type { Values } from './arguments.ts';
import { Usage } from './host.ts';
import { showProgress } from './output.ts';
import { migrationsDir, version } from './places.ts';
import { ask, askHidden } from './prompt.ts';

/** An office with somebody signed in, driven through the gate as the window does. */
export type Session = {
  desk: Desk;
  /** Does an operation; throws its problem. */
  do<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** A token for a file that the command line names. */
  file(name: string, mode: 'read' | 'write'): string;
};

/** The folder that holds `office/` and `practice/`. */
export function dataFolder(values: Values): string {
  const folder = values.text('data') ?? process.env.TRUST_DESK_DATA;
  if (!folder) throw new Usage('Say where the office lies: --data DIR.');
  return path.resolve(folder);
}

/** A desk over a data folder, with nobody signed in. */
export function openDesk(folder: string): Desk {
  // The ready-made addon fits plain Node; inside Electron the one that fits is named by whoever started it.
  const nativeBinding = process.versions.electron ? process.env.TRUST_DESK_SQLITE_ADDON : undefined;
  return new Desk({
    officeDir: path.join(folder, 'office'),
    practiceDir: path.join(folder, 'practice'),
    migrationsDir: migrationsDir(),
    version: version(),
    log: fileLog(path.join(folder, 'logs')),
    program: 'terminal',
    ...(nativeBinding ? { nativeBinding } : {}),
  });
}

/**
 * Signs in, does the work and locks again, whatever happens. In a practice office without `OFFICE_USER` somebody
 * is chosen who holds all of `needs`. Ctrl+C stops a long job and leaves nothing half done.
 */
export async function withSession(
  values: Values,
  needs: readonly Permission[],
  work: (session: Session) => Promise<number>,
): Promise<number> {
  const desk = openDesk(dataFolder(values));
  const stopper = new AbortController();
  const stop = () => stopper.abort();
  process.on('SIGINT', stop);
  const session: Session = {
    desk,
    do: async (name, input) => {
      const result = await call(desk, name, input, { onProgress: showProgress, signal: stopper.signal });
      if (!result.ok) throw asError(result.problem);
      return result.data as Output<typeof name>;
    },
    file: (name, mode) => desk.tokens.add(path.resolve(name), mode),
  };
  try {
    await signIn(session, values, needs);
    const code = await work(session);
    await session.do('access.lock', {});
    return code;
  } finally {
    process.off('SIGINT', stop);
    desk.close();
  }
}

function asError({ code, message, ...more }: OfficeProblem['problem']): OfficeProblem {
  return new OfficeProblem(code, message, more);
}

function chooseOffice(desk: Desk, values: Values): void {
  const practice = values.on('practice') || (desk.has('practice') && !desk.has('office'));
  desk.using = practice ? 'practice' : 'office';
  if (desk.has(desk.using)) return;
  throw new OfficeProblem(
    'no_office',
    `There is no office in ${desk.files.folder}. Nothing was changed. Name its folder with --data, or make a practice office with the command demo.`,
  );
}

async function signIn(session: Session, values: Values, needs: readonly Permission[]): Promise<void> {
  const { desk } = session;
  chooseOffice(desk, values);
  const named = values.text('as') ?? process.env.OFFICE_USER;
  if (desk.using === 'practice') {
    const userName = named ?? ableTo(needs);
    const given = values.text('as') ? undefined : process.env.OFFICE_PASSPHRASE;
    await session.do('access.signIn', { userName, passphrase: given ?? practicePassphrase(userName) });
    return;
  }
  if (values.text('as'))
    throw new Usage('--as is for a practice office. Set OFFICE_USER and OFFICE_PASSPHRASE.');
  const userName = named ?? (await ask('User name: '));
  const passphrase = process.env.OFFICE_PASSPHRASE ?? (await askHidden('Passphrase: '));
  const input = { userName, passphrase };
  try {
    await session.do('access.signIn', input);
  } catch (error) {
    if (!(error instanceof OfficeProblem) || error.problem.code !== 'code_needed') throw error;
    await session.do('access.signIn', { ...input, code: await secondFactor(error) });
  }
}

/** The code of the second factor: `OFFICE_CODE`, or asked for where somebody is there to ask. */
async function secondFactor(needed: OfficeProblem): Promise<string> {
  const given = process.env.OFFICE_CODE;
  if (given) return given;
  if (process.stdin.isTTY) return askHidden('Code of the second factor: ');
  throw new OfficeProblem(
    'code_needed',
    `${needed.problem.message} In a terminal without anybody at it, set OFFICE_CODE to it.`,
  );
}

/** Somebody of the practice office who may do all this. */
function ableTo(needs: readonly Permission[]): string {
  const found = practicePeople.find((person) => {
    const held = permissionsOf(person.roles);
    return needs.every((need) => held.has(need));
  });
  if (!found) throw new Error('Nobody in the practice office may do this.');
  return found.user;
}
