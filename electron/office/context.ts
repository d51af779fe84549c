import type { Permission, Role } from '#shared/domain/roles.ts';
import type { Result } from '#shared/problems.ts';
import type { Db } from './database/driver.ts';
import type { Desk } from './desk.ts';

/** The person who is signed in, as they are today. */
export type SignedIn = {
  id: number;
  name: string;
  jobTitle: string;
  userName: string;
  areaId: number | null;
  teamId: number | null;
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
  /**
   * Children whose records they opened by exception and may still read. The gate fills it for each reading
   * operation, and never for a writing one: a record opened so is looked at, not changed.
   */
  opened?: readonly number[];
};

/** What the audit trail keeps of a change besides who, when and which operation. */
export type Note = { entity: string; id: number | null; detail?: Record<string, unknown> };

/** The gate itself: asks an office, this one or another, for an operation. Never throws. */
export type Ask = (desk: Desk, name: string, input: unknown) => Promise<Result<unknown>>;

/** Everything a use case may touch. One is made for each call. */
export type Context = {
  /** In a writing operation the writer inside its one transaction, else a reader that sees what is committed. */
  db: Db;
  person: SignedIn;
  /** The office's date: the computer's, or the practice office's own. */
  today: string;
  /** This moment, UTC. */
  now: string;
  /** Names the record that was touched, for the audit trail. */
  note: (note: Note) => void;
  /** Reports a long job's progress and lets others run; throws if it was cancelled. */
  progress: (done: number, total: number, label: string) => Promise<void>;
  /** The path behind a token that a person chose in a dialog. Throws if there is none for this use. */
  filePath: (token: string, mode: 'read' | 'write') => string;
  /** For building another office through its own gate (practice). */
  ask: Ask;
  /** The office as a whole, for sign-in, backups and other work on files. */
  desk: Desk;
};
