import sql, { type Sql } from 'sql-template-tag';

/** When a question looks at records. Both may be given: 'what did we believe on 3 May of 1 March?'. */
export interface AtTime {
  /** The day that is looked at, `YYYY-MM-DD`: records that count on it. */
  readonly asAt?: string;
  /**
   * What was known by the end of a day (`YYYY-MM-DD`, London time) or at a moment (ISO 8601 with its zone). Left out:
   * what is known now.
   */
  readonly knownOn?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The moment before which something has to be recorded to have been known. */
export const knownBefore = (knownOn: string): Sql =>
  DAY.test(knownOn)
    ? sql`((${knownOn}::date + 1)::timestamp at time zone 'Europe/London')`
    : sql`(${knownOn}::timestamptz + interval '1 microsecond')`;

/** Versions of records as they stand now or as they were known. */
export function versionsAt({ asAt, knownOn }: AtTime): Sql {
  const known =
    knownOn === undefined
      ? sql`superseded_at is null`
      : sql`recorded_at < ${knownBefore(knownOn)} and (superseded_at is null or superseded_at >= ${knownBefore(knownOn)})`;
  const counting =
    asAt === undefined
      ? sql``
      : sql` and (valid_from is null or valid_from <= ${asAt}::date) and (valid_until is null or valid_until > ${asAt}::date)`;
  return sql`(select * from cic.record where ${known} and not deleted${counting})`;
}

/** Every version there is, marked deletions too. */
export const allVersions: Sql = sql`cic.record`;
