import type Database from 'better-sqlite3';
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Schema } from './schema.ts';

/** Typed queries against the office's tables. */
export type Db = Kysely<Schema>;

/** The tables of case records. */
const CASE_TABLES = /\b(?:children|child_\w+|carers|cafs|caf_(?!id\b)\w+|plan_\w+|lead_professionals)\b/;

const reading = new AsyncLocalStorage<{ cases: boolean }>();

/** Runs a reading and tells whether it looked at any table of case records, whichever query it used. */
export async function watchReading<T>(read: () => Promise<T>): Promise<{ result: T; cases: boolean }> {
  const seen = { cases: false };
  const result = await reading.run(seen, read);
  return { result, cases: seen.cases };
}

/** How many prepared statements one connection keeps; an office uses a few hundred distinct ones. */
const KEPT_STATEMENTS = 600;

/**
 * Runs Kysely's queries on one better-sqlite3 handle and keeps the prepared statements. Kysely's own driver
 * prepares every query anew, which costs ten times as much as running a point query.
 */
class Connection implements DatabaseConnection {
  readonly #handle: Database.Database;
  readonly #statements = new Map<string, { statement: Database.Statement; cases: boolean }>();

  constructor(handle: Database.Database) {
    this.#handle = handle;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return Promise.resolve(this.#run<R>(query));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  // oxlint-disable-next-line require-yield -- a stream is not offered: lists are paged
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not used: lists are paged.');
  }

  #run<R>(query: CompiledQuery): QueryResult<R> {
    const { statement, cases } = this.#prepared(query.sql);
    if (cases) {
      const seen = reading.getStore();
      if (seen) seen.cases = true;
    }
    if (statement.reader) return { rows: statement.all(...query.parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...query.parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepared(sql: string): { statement: Database.Statement; cases: boolean } {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear();
    const prepared = { statement: this.#handle.prepare(sql), cases: CASE_TABLES.test(sql) };
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

class OfficeDriver implements Driver {
  readonly #connection: Connection;
  constructor(handle: Database.Database) {
    this.#connection = new Connection(handle);
  }
  init = () => Promise.resolve();
  acquireConnection = () => Promise.resolve(this.#connection);
  releaseConnection = () => Promise.resolve();
  destroy = () => Promise.resolve();
  beginTransaction = () => Promise.reject(new Error('Transactions are begun by the gate alone.'));
  commitTransaction = this.beginTransaction;
  rollbackTransaction = this.beginTransaction;
}

/**
 * Kysely over an open handle. Transactions are not begun through it: the gate gives each writing operation
 * exactly one (`transaction.ts`).
 */
export function kyselyOver(handle: Database.Database): Db {
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new OfficeDriver(handle),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return new Kysely<Schema>({ dialect });
}
