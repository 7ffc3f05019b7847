import { type Council, type ReportAudience, type ReportDefinition, toOutside } from '@cic/core';
import { action, objective, priority } from '@cic/core/records';
import type { LedgerEntry } from '@cic/disclosure';
import {
  type BuiltReport,
  languages,
  makeReport,
  type ReportInput,
  readyReports,
  renderCsv,
  renderHtml,
  renderJson,
  renderXlsx,
  type StrategyRecords,
} from '@cic/reports';
import type { WorkingDeployment } from '../deployment.ts';
import { inTurn } from '../released/figures.ts';
import { type Ledger, ledgerOf } from '../released/ledger.ts';

export const AUDIENCES: readonly ReportAudience[] = ['board', 'partner', 'public'];

export const TYPES = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type Format = keyof typeof TYPES;

export const NO_FIGURES = 'These roles are given no figures about children.';

export type Known = Pick<ReportInput, 'historyFor'> & { readonly strategies: StrategyRecords };

/** What a report needs of a deployment. */
export async function knownOf({ store }: WorkingDeployment): Promise<Known> {
  const history = await store.history.current({ without: new Set() });
  return {
    historyFor: () => history,
    strategies: {
      priorities: history.otherRecords(priority).map((one) => toOutside(priority, one)),
      objectives: history.otherRecords(objective).map((one) => toOutside(objective, one)),
      actions: history.otherRecords(action).map((one) => toOutside(action, one)),
    },
  };
}

/** The reports for those who are given figures as they are released: none that is for operators. */
export const givenReports = (council: Council, strategies?: StrategyRecords): ReportDefinition[] =>
  readyReports({ council, ...(strategies ? { strategies } : {}) }).filter(({ audience }) =>
    AUDIENCES.includes(audience),
  );

/** Writes down what a report has released; a subject somebody else was faster with is out already, as they have it. */
async function write(ledger: Ledger, released: readonly LedgerEntry[]): Promise<boolean> {
  for (const entry of released) {
    const before = await ledger.entries(entry.id);
    if (!(await ledger.add(entry.id, before.length, entry))) return false;
  }
  return true;
}

/** Makes a report whose figures are out, or are released with it, once and for good. */
export async function released(
  deployment: WorkingDeployment,
  definition: ReportDefinition,
  known: Known,
  more: Pick<ReportInput, 'asAt' | 'period' | 'audience' | 'madeAt' | 'language'>,
) {
  const ledger = ledgerOf(deployment.store);
  const read = async (subjects: readonly string[]) =>
    (await Promise.all(subjects.map((subject) => ledger.entries(subject)))).flat();
  return inTurn(async () => {
    for (;;) {
      const made = await makeReport(definition, {
        council: deployment.council,
        ...known,
        ...more,
        ledger: read,
      });
      if (await write(ledger, made.released)) return made.report;
    }
  });
}

export const now = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());

/** A report in a form, as bytes or text: the same report gives the same bytes whenever it is set again. */
export async function rendered(report: BuiltReport, format: Format): Promise<string | ArrayBuffer> {
  const language = languages.find(({ tag }) => tag === report.language)!;
  switch (format) {
    case 'xlsx':
      return new Uint8Array(await renderXlsx(report, language)).buffer;
    case 'csv':
      return renderCsv(report);
    case 'json':
      return renderJson(report);
    case 'html':
      return renderHtml(report, { language });
  }
}
