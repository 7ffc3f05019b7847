import type { Migration } from '@cic/store';
import { jobMigration } from './jobs/job.ts';
import { ledgerMigration } from './released/ledger.ts';
import { keptReportMigration } from './reports/kept.ts';
import { sessionMigration } from './signIn/sessions.ts';
import { webhookMigration } from './webhooks/subscriptions.ts';

/** The API's own tables, for the store's migrations. */
export const migrations: Readonly<Record<string, readonly Migration[]>> = {
  api: [ledgerMigration, webhookMigration, jobMigration, sessionMigration, keptReportMigration],
};
