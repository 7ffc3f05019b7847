import { randomUUID } from 'node:crypto';
import { type BuiltReport, type Received, readReport, renderJson } from '@cic/reports';
import { councilOnly, type Migration, type Store } from '@cic/store';
import sql from 'sql-template-tag';

/** A report that was made and is kept with its data, so that it can be set again byte for byte. */
export interface KeptReport {
  readonly id: string;
  readonly report: string;
  readonly title: string;
  readonly period: string;
  readonly audience: string;
  readonly language: string;
  /** The board it was made for, and the day it was due; absent where somebody just asked for it. */
  readonly board?: string;
  readonly on?: string;
  /** ISO 8601. */
  readonly keptAt: string;
  readonly by: string;
}

export const keptReportMigration: Migration = {
  name: '0005-kept-reports',
  statements: [
    `create table cic.kept_report (
      council text not null,
      id text not null,
      report text not null,
      title text not null,
      period text not null,
      audience text not null,
      language text not null,
      board text,
      due date,
      by_user text not null,
      kept_at timestamptz not null default now(),
      built text not null,
      primary key (council, id),
      unique (council, board, report, due)
    )`,
    ...councilOnly('cic.kept_report'),
    'grant select, insert on cic.kept_report to cic_app',
  ],
};

interface Row {
  readonly id: string;
  readonly report: string;
  readonly title: string;
  readonly period: string;
  readonly audience: string;
  readonly language: string;
  readonly board: string | null;
  readonly due: string | null;
  readonly by_user: string;
  readonly kept_at: string;
}

const COLUMNS = sql`id, report, title, period, audience, language, board, due, by_user, kept_at`;

const kept = ({ board, due, by_user: by, kept_at: keptAt, ...row }: Row): KeptReport => ({
  ...row,
  ...(board === null ? {} : { board }),
  ...(due === null ? {} : { on: due }),
  keptAt,
  by,
});

type Shelf = Pick<Store, 'database' | 'council'>;

/** For whom a report is kept: a board on the day of its meeting, or nobody in particular. */
export interface KeptFor {
  readonly board?: string | undefined;
  readonly on?: string | undefined;
  readonly by: string;
}

/**
 * Keeps a report as it is. What a board was given for a day is kept once: whoever comes second is given the first.
 * @returns its id
 */
export async function keepReport(
  { database, council }: Shelf,
  report: BuiltReport,
  { board, on, by }: KeptFor,
): Promise<string> {
  const id = board !== undefined && on !== undefined ? `${board}.${report.id}.${on}` : randomUUID();
  await database.query(sql`
    insert into cic.kept_report (council, id, report, title, period, audience, language, board, due, by_user, built)
    values (${council}, ${id}, ${report.id}, ${report.title}, ${report.period.label}, ${report.audience},
      ${report.language}, ${board ?? null}, ${on ?? null}::date, ${by}, ${renderJson(report)})
    on conflict (council, id) do nothing`);
  return id;
}

/** What is kept, the latest first. */
export async function keptReports({ database, council }: Shelf): Promise<readonly KeptReport[]> {
  const rows = await database.query<Row>(
    sql`select ${COLUMNS} from cic.kept_report where council = ${council} order by kept_at desc, id limit 1000`,
  );
  return rows.map(kept);
}

/** What boards were given, and for which day. */
export const givenToBoards = ({ database, council }: Shelf): Promise<readonly Received[]> =>
  database.query<Received>(sql`
    select board, report, due as on from cic.kept_report
    where council = ${council} and board is not null and due is not null`);

/** A kept report with everything that was in it; undefined where there is none. */
export async function keptReport({ database, council }: Shelf, id: string): Promise<BuiltReport | undefined> {
  const [row] = await database.query<{ built: string }>(
    sql`select built from cic.kept_report where council = ${council} and id = ${id}`,
  );
  return row && readReport(row.built);
}
