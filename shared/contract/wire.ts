import type { Result } from '../problems.ts';

/** What the window (over its port) and the shell (over the parent port) may say to the office process. */
export type ToOffice =
  /** Ask for one operation of the contract. `id` is the caller's own running number. */
  | { kind: 'call'; id: number; name: string; input: unknown }
  /** Stop the long job that was started as call `id`; it leaves nothing half done. */
  | { kind: 'cancel'; id: number }
  /** Somebody is at the keyboard or the mouse; there is no answer. */
  | { kind: 'touch' };

/** What the office says back over the same port. */
export type FromOffice =
  | { kind: 'answer'; id: number; result: Result<unknown> }
  /** Progress of the long job started as call `id`. */
  | { kind: 'progress'; id: number; done: number; total: number; label: string }
  /** Something was written: every open screen of these features refreshes itself. */
  | { kind: 'changed'; features: string[] };

/** What only the shell may say, over the parent port. */
export type FromShell =
  | ToOffice
  /** First message. Folders that hold the real and the practice office. */
  | {
      kind: 'start';
      officeDir: string;
      practiceDir: string;
      migrationsDir: string;
      version: string;
      nativeBinding?: string;
    }
  /** A port that belongs to a window follows in the message's `ports`. */
  | { kind: 'window' }
  /** A person chose this file in a dialog of the operating system; the window only ever sees the token. */
  | { kind: 'file'; token: string; path: string; mode: 'read' | 'write' };

/** What the office tells the shell besides answers. */
export type ToShell = FromOffice | { kind: 'started' };

/** The office process was started with this; the same for the shell, the tests and the terminal. */
export type Progress = { done: number; total: number; label: string };
