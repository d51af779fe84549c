import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import { openDesk } from '#electron/cli/session.ts';
import type { Desk } from '#electron/office/desk.ts';
import { call } from '#electron/office/gate.ts';
import { buildPractice } from '#electron/office/practice/practice.service.ts';
import { practicePassphrase } from '#electron/office/practice/sign-ins.ts';

/** A practice office to measure with, in a folder of its own. */
export type BenchOffice = {
  /** Holds `practice/`. */
  folder: string;
  remove: () => void;
};

/** Builds the practice office at a scale, once for all measurements. */
export async function makeBenchOffice(scale: number, tell: (line: string) => void): Promise<BenchOffice> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trust-desk-bench-'));
  tell(`Making a practice office at scale ${scale}, through the services.`);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  try {
    await buildPractice(openDesk(folder).options, { scale, progress: () => Promise.resolve(), ask: call });
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

/** A copy of the closed office, so that one measurement does not change what another finds. */
export function copyOf(office: BenchOffice, name: string): BenchOffice {
  const folder = path.join(office.folder, name);
  mkdirSync(path.join(folder, 'practice'), { recursive: true });
  for (const file of ['office.db', 'office.db-wal', 'office.keys.json']) {
    const from = path.join(office.folder, 'practice', file);
    if (existsSync(from)) copyFileSync(from, path.join(folder, 'practice', file));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }) };
}

/** Opens an office as one of its people. */
export async function openAs(office: BenchOffice, user: string): Promise<Desk> {
  const desk = openDesk(office.folder);
  desk.using = 'practice';
  await ask(desk, 'access.signIn', { userName: user, passphrase: practicePassphrase(user) });
  return desk;
}

/** Does an operation through the gate, which must go well. */
export async function ask<N extends OperationName>(desk: Desk, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await call(desk, name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.data as Output<N>;
}
