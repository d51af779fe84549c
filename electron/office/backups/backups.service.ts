import type Database from 'better-sqlite3';
import type { Desk } from '../desk.ts';

/** Makes and verifies a copy before a migration changes the file. */
export function backUpBeforeMigration(_desk: Desk, _handle: Database.Database, _dataKey: Buffer): void {
  // Written with the backups feature.
}
