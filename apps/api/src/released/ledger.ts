import type { LedgerEntry } from '@cic/disclosure';
import type { Migration, Store } from '@cic/store';
import { councilOnly } from '@cic/store';
import sql from 'sql-template-tag';

/** What has been released, for good: a figure that is out is never taken back, and what comes next is held against it. */
export interface Ledger {
  /** Everything released of an indicator and period, in order. */
  entries(about: string): Promise<readonly LedgerEntry[]>;
  /** Adds an entry after so many others; false where somebody else was faster. */
  add(about: string, after: number, entry: LedgerEntry): Promise<boolean>;
}

/** The table of the ledger: rows are added and read, never changed. */
export const ledgerMigration: Migration = {
  name: '0001-released',
  statements: [
    `create table cic.released (
      council text not null,
      about text not null,
      number integer not null,
      entry jsonb not null,
      primary key (council, about, number)
    )`,
    ...councilOnly('cic.released'),
    'grant select, insert on cic.released to cic_app',
  ],
};

export function ledgerOf({ database, council }: Pick<Store, 'database' | 'council'>): Ledger {
  return {
    async entries(about) {
      const rows = await database.query<{ entry: LedgerEntry }>(sql`
        select entry from cic.released where council = ${council} and about = ${about} order by number`);
      return rows.map(({ entry }) => entry);
    },
    async add(about, after, entry) {
      const rows = await database.query<{ number: number }>(sql`
        insert into cic.released (council, about, number, entry)
        values (${council}, ${about}, ${after + 1}, ${JSON.stringify(entry)}::jsonb)
        on conflict do nothing returning number`);
      return rows.length === 1;
    },
  };
}
