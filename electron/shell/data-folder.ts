import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where this computer's offices and the window's own things live. */
export type DataFolder = {
  /** Holds everything below. */
  root: string;
  office: string;
  practice: string;
  logs: string;
};

/** `TRUST_DESK_DATA` names the folder; without it the data lives in the person's own application data. */
export function dataFolder(chosen: string | undefined, userData: string): DataFolder {
  const root = chosen ? path.resolve(chosen) : path.join(userData, 'data');
  return {
    root,
    office: path.join(root, 'office'),
    practice: path.join(root, 'practice'),
    logs: path.join(root, 'logs'),
  };
}

/** Makes the folder and tries a small file in it. Throws the system's own error if that cannot be done. */
export function assureWritable(folder: DataFolder): void {
  mkdirSync(folder.root, { recursive: true });
  const trial = path.join(folder.root, `.trial-${process.pid}`);
  writeFileSync(trial, 'Trust Desk tried whether it can write here.\n', { mode: 0o600 });
  rmSync(trial, { force: true });
}
