import { birthday, type Day } from '@cic/core/dates';
import { type CheckContext, type ChildTables, collectionDates } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { filled } from '../engine/details.ts';
import type { Rule } from '../engine/rule.ts';
import { saysWhoIsUasc } from '../engine/uasc.ts';
import type { Row } from '../tables.ts';

/** What a year's return says of a child: 1 or 0, or what else the XML holds; '' where it says nothing. */
interface Status {
  readonly uasc: string;
  /** Where it stands. */
  readonly row?: Row<'Header'> | Row<'UASC'>;
}

/** By Header where that table was given, else by whether the UASC table holds more than CHILD and DOB. */
function statuses(tables: ChildTables | undefined, headerGiven: boolean): readonly Status[] {
  if (headerGiven) return tables?.Header.map((row) => ({ uasc: row.UASC, row })) ?? [];
  return (
    tables?.UASC.map((row) => ({ uasc: filled(row.SEX) || filled(row.DUC_TEXT) ? '1' : '0', row })) ?? []
  );
}

const NOTHING_SAID: readonly Status[] = [{ uasc: '' }];
const orNothing = (said: readonly Status[]): readonly Status[] => (said.length > 0 ? said : NOTHING_SAID);

interface LastYear {
  readonly uasc: string;
  readonly DUC: Day;
  readonly DOB: Day;
}

const NOT_RETURNED: LastYear = { uasc: '', DUC: Number.NaN, DOB: Number.NaN };

/** Last year's rows of a child in the UASC table, each with each of last year's statuses. */
function lastYears(tables: ChildTables | undefined, headerGiven: boolean): readonly LastYear[] {
  if (!tables || tables.UASC.length === 0) return [NOT_RETURNED];
  const said = orNothing(statuses(tables, headerGiven));
  return tables.UASC.flatMap(({ DUC, DOB }) => said.map(({ uasc }) => ({ uasc, DUC, DOB })));
}

/** Flags a row of the UASC table, and its row of Header, by comparing the status and its end with last year's. */
const againstLastYear =
  (
    wrong: (row: Row<'UASC'>, uasc: string, lastYear: LastYear, context: CheckContext) => boolean,
  ): Rule['check'] =>
  (context, flag) => {
    const { given, UASC, child } = context;
    for (const row of UASC) {
      const rows = child(row.CHILD);
      const before = lastYears(rows?.last, given.has('last Header'));
      for (const { uasc, row: header } of orNothing(statuses(rows?.now, given.has('Header')))) {
        if (!before.some((lastYear) => wrong(row, uasc, lastYear, context))) continue;
        flag(row);
        if (header?.table === 'Header') flag(header);
      }
    }
  };

const needsHeadersInXml: Rule['skipWhen'] = ({ format, given }) =>
  format === 'xml' && !(given.has('Header') && given.has('last Header'))
    ? 'Needs Header of this year and last, where XML says who is an unaccompanied asylum-seeking child.'
    : undefined;

const isWithin = (date: Day, { start, end }: { start: Day; end: Day }): boolean =>
  date >= start && date <= end;

const rule205A = rule({
  code: '205A',
  title: 'Asylum-seeking last year, not any more, and the end dates do not say why',
  severity: 'error',
  years: [2023],
  tables: ['UASC'],
  needs: ['last UASC'],
  skipWhen: needsHeadersInXml,
  fields: { UASC: ['CHILD'], Header: ['CHILD', 'UASC'] },
  means:
    "A child who is no longer marked as unaccompanied and asylum-seeking has an end date within last year in last year's return, and none now.",
  fix: "Mark the child again if the status goes on or ended this year; otherwise have last year's end date amended.",
  check: againstLastYear((row, uasc, lastYear, { year }) => {
    const endedLastYear = isWithin(lastYear.DUC, collectionDates(year - 1));
    return uasc !== '1' && lastYear.uasc === '1' && (filled(row.DUC_TEXT) || !endedLastYear);
  }),
  fails: {
    format: 'xml',
    UASC: [{ CHILD: '1' }],
    Header: [{ CHILD: '1', UASC: '0' }],
    'last UASC': [{ CHILD: '1' }],
    'last Header': [{ CHILD: '1', UASC: '1' }],
  },
  passes: {
    format: 'xml',
    UASC: [{ CHILD: '1' }],
    Header: [{ CHILD: '1', UASC: '0' }],
    'last UASC': [{ CHILD: '1', DUC: '31/03/2025' }],
    'last Header': [{ CHILD: '1', UASC: '1' }],
  },
});

const rule205B = rule({
  code: '205B',
  title: 'Asylum-seeking in both years, and the end dates do not fit',
  severity: 'error',
  years: [2023],
  tables: ['UASC'],
  needs: ['last UASC'],
  skipWhen: needsHeadersInXml,
  fields: { UASC: ['DUC'], Header: ['UASC'] },
  means:
    "A child marked in both years has an end date within this year or the same as last year, and last year's is the 18th birthday.",
  fix: "Correct DUC or the date of birth, or have last year's return amended.",
  check: againstLastYear((row, uasc, lastYear, context) => {
    const fitsThisYear = isWithin(row.DUC, context) || row.DUC === lastYear.DUC;
    const fitsLastYear = lastYear.DUC === birthday(lastYear.DOB, 18);
    return uasc === '1' && lastYear.uasc === '1' && !(fitsThisYear && fitsLastYear);
  }),
  fails: {
    UASC: [{ CHILD: '1', DUC: '01/04/2026' }],
    Header: [{ CHILD: '1' }],
    'last UASC': [{ CHILD: '1', DOB: '01/06/2007', DUC: '01/06/2025' }],
    'last Header': [{ CHILD: '1' }],
  },
  passes: {
    UASC: [{ CHILD: '1', DUC: '31/03/2026' }],
    Header: [{ CHILD: '1' }],
    'last UASC': [{ CHILD: '1', DOB: '01/06/2007', DUC: '01/06/2025' }],
    'last Header': [{ CHILD: '1' }],
  },
});

const rule205C = rule({
  code: '205C',
  title: 'End date of an asylum-seeking status that neither year gives',
  severity: 'error',
  years: [2023],
  tables: ['UASC'],
  needs: ['last UASC'],
  skipWhen: needsHeadersInXml,
  fields: { UASC: ['DUC'], Header: ['UASC'] },
  means:
    'DUC holds a date, this year or last, though the child was marked as unaccompanied and asylum-seeking in neither.',
  fix: 'Mark the child, or clear DUC.',
  check: againstLastYear((row, uasc, lastYear) => {
    const never = [uasc, lastYear.uasc].every((status) => status === '0' || status === '');
    return never && !(Number.isNaN(row.DUC) && Number.isNaN(lastYear.DUC));
  }),
  fails: {
    format: 'xml',
    UASC: [{ CHILD: '1', DUC: '01/06/2025' }],
    Header: [{ CHILD: '1', UASC: '0' }],
    'last UASC': [{ CHILD: '1' }],
    'last Header': [{ CHILD: '1', UASC: '0' }],
  },
  passes: {
    format: 'xml',
    UASC: [{ CHILD: '1', DUC: '01/06/2025' }],
    Header: [{ CHILD: '1', UASC: '1' }],
    'last UASC': [{ CHILD: '1' }],
    'last Header': [{ CHILD: '1', UASC: '0' }],
  },
});

const rule205D = rule({
  code: '205D',
  title: 'Asylum-seeking now, but not last year',
  severity: 'error',
  years: [2023],
  tables: [],
  skipWhen: (context) =>
    saysWhoIsUasc(context) && saysWhoIsUasc(context, 'last ')
      ? undefined
      : 'Needs the UASC table, or Header in XML, of this year and last.',
  fields: { Header: ['UASC', 'CHILD'], UASC: ['CHILD'] },
  means:
    'A child who comes to seek asylum alone does so before coming into care, so a child returned last year without the status cannot have it now.',
  fix: "Remove the status, or have last year's return amended.",
  check: ({ children, given }, flag) => {
    for (const { now, last } of children) {
      const before = statuses(last, given.has('last Header'));
      for (const { uasc, row } of statuses(now, given.has('Header'))) {
        if (uasc === '1' && row && before.some((lastYear) => lastYear.uasc !== '1')) flag(row);
      }
    }
  },
  fails: {
    Header: [{ CHILD: '1' }],
    UASC: [{ CHILD: '1' }],
    'last Header': [{ CHILD: '1' }],
    'last UASC': [],
  },
  passes: {
    Header: [{ CHILD: '1' }],
    UASC: [{ CHILD: '1' }],
    'last Header': [{ CHILD: '1' }],
    'last UASC': [{ CHILD: '1' }],
  },
});

/** Rules that compare the status of unaccompanied asylum-seeking children with last year's return. */
export const asylumStatusLastYearRules = [rule205A, rule205B, rule205C, rule205D];
