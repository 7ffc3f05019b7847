import sql, { type Sql } from 'sql-template-tag';

/** Runs one statement and gives its rows: numbers as numbers, days and moments as ISO 8601 text. */
export interface Connection {
  query<R extends object>(statement: Sql): Promise<R[]>;
}

/**
 * One council's database, through a login that sees that council only. PostgreSQL and the embedded database differ
 * nowhere else: the SQL is the same.
 */
export interface Database extends Connection {
  readonly kind: 'postgres' | 'embedded';
  readonly council: string;
  /** All or nothing. Run again, up to twice, where others were changing the same rows. */
  transaction<R>(work: (connection: Connection) => Promise<R>): Promise<R>;
  /**
   * Comes back when everything committed before is as safe as the database keeps anything. Needed after a statement that
   * was {@link committedSoon}; many who wait at once wait for one writing to disk.
   */
  kept(): Promise<void>;
  close(): Promise<void>;
}

/** Text of a moment as PostgreSQL prints it in UTC → ISO 8601. */
export const isoMoment = (text: string): string => new Date(text).toISOString();

/** Types whose text is kept or read differently from the drivers' own habit, by PostgreSQL's numbers. */
export const READ_AS: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number, // bigint
  1082: (text) => text, // date
  1184: isoMoment, // timestamptz
  1700: Number, // numeric
};

const AGAIN = new Set(['40001', '40P01']);

/** Runs work again where it lost against others. */
export async function again<R>(work: () => Promise<R>, times = 3): Promise<R> {
  for (let left = times - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left <= 0 || !AGAIN.has(String((error as { code?: unknown }).code))) throw error;
    }
  }
}

/**
 * A condition that is always true and lets its statement commit before the disk has it, so that whoever waits for its
 * locks does not wait for the disk. Nobody may be told of what it did before {@link Database.kept} has come back.
 */
export const committedSoon: Sql = sql`set_config('synchronous_commit', 'off', true) = 'off'`;

/** A line in the write-ahead log, whose commit takes with it to the disk whatever was committed before. */
const KEEP = sql`select pg_logical_emit_message(true, 'cic', '')`;

/** {@link Database.kept} by a query: one for all who ask before it begins; who comes later waits for the next. */
export function keeping(query: Connection['query']): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(async () => {
        next = undefined;
        running = query(KEEP);
        await running;
      });
    return next;
  };
}
