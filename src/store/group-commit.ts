import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  type SqliteDatabase,
  SqliteDialect,
} from 'kysely';
import type { Disk } from './disk.ts';

/** As far as it is used here; what libsql gives. */
export interface Connection extends SqliteDatabase {
  exec(sql: string): unknown;
  readonly inTransaction: boolean;
}

/**
 * SQLite whose commits are shared. A commit waits for the disk, and the whole process waits with it; so statements that
 * are asked for in one turn of the event loop become one transaction with one wait. Each still fails for itself, and
 * none has succeeded before what it wrote is on disk.
 */
export function groupCommitDialect(connection: Connection, disk: Disk): Dialect {
  const inner = new SqliteDialect({ database: connection });
  return {
    createAdapter: () => inner.createAdapter(),
    createQueryCompiler: () => inner.createQueryCompiler(),
    createIntrospector: (db) => inner.createIntrospector(db),
    createDriver: () => new GroupDriver(connection, disk),
  };
}

interface Asked {
  readonly query: CompiledQuery;
  resolve(result: QueryResult<unknown>): void;
  reject(error: unknown): void;
}

class GroupDriver implements Driver {
  readonly #connection: Connection;
  readonly #disk: Disk;
  #waiting: Asked[] = [];
  /** A transaction of somebody's own: the others wait until it is over. */
  #alone: Promise<void> | undefined;
  #endAlone = (): void => undefined;

  constructor(connection: Connection, disk: Disk) {
    this.#connection = connection;
    this.#disk = disk;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new GroupConnection((query) => this.#ask(query));
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    while (this.#alone !== undefined) await this.#alone;
    this.#alone = new Promise((resolve) => {
      this.#endAlone = () => {
        this.#alone = undefined;
        resolve();
      };
    });
    this.#flush();
    try {
      this.#connection.exec('begin');
    } catch (error) {
      this.#endAlone();
      throw error;
    }
    asGroup(connection).ask = async (query) => run(this.#connection, query);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#connection.exec('commit'); // where it fails, Kysely rolls back
    this.#end(connection);
    await this.#disk.reached();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
    } finally {
      this.#end(connection);
    }
  }

  async destroy(): Promise<void> {
    this.#flush();
    await this.#disk.close();
    this.#connection.close();
  }

  #end(connection: DatabaseConnection): void {
    asGroup(connection).ask = (query) => this.#ask(query);
    this.#endAlone();
    if (this.#waiting.length > 0) setImmediate(() => this.#flushUnlessAlone());
  }

  #ask(query: CompiledQuery): Promise<QueryResult<unknown>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#flushUnlessAlone());
    });
  }

  #flushUnlessAlone(): void {
    if (this.#alone === undefined) this.#flush();
  }

  #flush(): void {
    const group = this.#waiting.splice(0);
    const writes = group.filter(({ query }) => !SelectQueryNode.is(query.query)).length;
    // Alone, a statement is its own transaction; and so it is within one that the connection has open already.
    if (writes < 2 || this.#connection.inTransaction)
      for (const asked of group) this.#runOne(asked);
    else this.#runTogether(group);
  }

  #runOne({ query, resolve, reject }: Asked): void {
    try {
      const result = run(this.#connection, query);
      if (!hasWritten(query, result) || this.#connection.inTransaction) resolve(result);
      else this.#disk.reached().then(() => resolve(result), reject);
    } catch (error) {
      reject(error);
    }
  }

  #runTogether(group: readonly Asked[]): void {
    const settle: (() => void)[] = [];
    const rejectAll = (error: unknown): void => {
      for (const { reject } of group) reject(error);
    };
    try {
      this.#connection.exec('begin immediate');
    } catch (error) {
      rejectAll(error); // somebody else writes, for long: one wait for all of them is enough
      return;
    }
    try {
      for (const { query, resolve } of group) {
        const result = run(this.#connection, query);
        settle.push(() => resolve(result));
      }
      this.#connection.exec('commit');
    } catch {
      // One of them is at fault, and the others are not to suffer for it.
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
      for (const asked of group) this.#runOne(asked);
      return;
    }
    this.#disk.reached().then(() => {
      for (const done of settle) done();
    }, rejectAll);
  }
}

class GroupConnection implements DatabaseConnection {
  ask: (query: CompiledQuery) => Promise<QueryResult<unknown>>;

  constructor(ask: (query: CompiledQuery) => Promise<QueryResult<unknown>>) {
    this.ask = ask;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.ask(query) as Promise<QueryResult<Row>>; // Kysely's own promise to its callers
  }

  // biome-ignore lint/correctness/useYield: it only refuses
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('Nothing is streamed from the store.');
  }
}

function asGroup(connection: DatabaseConnection): GroupConnection {
  if (connection instanceof GroupConnection) return connection;
  throw new Error('This connection is not of this driver.');
}

/** A statement that returns what it has changed, and returns nothing, has changed nothing. */
function hasWritten(
  { query }: CompiledQuery,
  { rows, numAffectedRows }: QueryResult<unknown>,
): boolean {
  return !SelectQueryNode.is(query) && (rows.length > 0 || numAffectedRows !== undefined);
}

function run(connection: Connection, { sql, parameters }: CompiledQuery): QueryResult<unknown> {
  const statement = connection.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}
