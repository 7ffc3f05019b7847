import type { Policy, SharingAgreement } from '@cic/access';
import sql from 'sql-template-tag';
import type { Auditor } from './audit/auditor.ts';
import type { Database } from './database/database.ts';

/** What every operation of an open store has at hand. */
export interface StoreContext {
  readonly database: Database;
  readonly council: string;
  readonly policy: Policy;
  /** 32 to 64 bytes in hexadecimal: pseudonyms are made with it. */
  readonly pseudonymKey: string;
  readonly auditor: Auditor;
  readonly clock: () => Date;
}

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The day a moment falls on in London. */
export const londonDay = (moment: Date): string => london.format(moment);

/** The agreements with an agency that have not been ended. */
export async function agreementsWith(
  { database, council }: Pick<StoreContext, 'database' | 'council'>,
  agency: string | undefined,
): Promise<SharingAgreement[]> {
  if (agency === undefined) return [];
  const rows = await database.query<{ agreement: SharingAgreement }>(sql`
    select agreement from cic.sharing_agreement
    where council = ${council} and agreement ->> 'agency' = ${agency} and ended_at is null`);
  return rows.map(({ agreement }) => agreement);
}
