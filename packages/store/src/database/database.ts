import type { Sql } from 'sql-template-tag';

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
