import type { ColumnName, Row } from '../tables.ts';

export const filled = (text: string): boolean => text !== '';
export const blank = (text: string): boolean => text === '';

/** The adoption details of AD1. */
export const ADOPTION_DETAILS = [
  'DATE_INT',
  'DATE_MATCH',
  'FOSTER_CARE',
  'NB_ADOPTR',
  'SEX_ADOPTR',
  'LS_ADOPTR',
] as const satisfies readonly ColumnName<'AD1'>[];

/** What is written in {@link ADOPTION_DETAILS}; an unreadable date counts as written. */
export const adoptionDetails = (row: Row<'AD1'>): readonly string[] => [
  row.DATE_INT_TEXT,
  row.DATE_MATCH_TEXT,
  row.FOSTER_CARE,
  row.NB_ADOPTR,
  row.SEX_ADOPTR,
  row.LS_ADOPTR,
];

/** The care-leaver details of OC3. */
export const LEAVER_DETAILS = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const satisfies readonly ColumnName<'OC3'>[];

export const leaverDetails = (row: Row<'OC3'>): readonly string[] => [row.IN_TOUCH, row.ACTIV, row.ACCOM];

export const hasLeaverDetails = (row: Row<'OC3'>): boolean => leaverDetails(row).some(filled);

/** The health items of OC2 that every child continuously looked after has. */
export const CORE_HEALTH_ITEMS = [
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
] as const satisfies readonly ColumnName<'OC2'>[];

export const coreHealthItems = (row: Row<'OC2'>): readonly string[] => [
  row.IMMUNISATIONS,
  row.TEETH_CHECK,
  row.HEALTH_ASSESSMENT,
  row.SUBSTANCE_MISUSE,
];

/** The items of OC2 that only some of these children have, by age or circumstances. */
export const OTHER_HEALTH_ITEMS = [
  'CONVICTED',
  'HEALTH_CHECK',
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const satisfies readonly ColumnName<'OC2'>[];

export const otherHealthItems = (row: Row<'OC2'>): readonly string[] => [
  row.CONVICTED,
  row.HEALTH_CHECK,
  row.INTERVENTION_RECEIVED,
  row.INTERVENTION_OFFERED,
];

/** All items of OC2 besides the strengths and difficulties questionnaire. */
export const HEALTH_ITEMS = [...CORE_HEALTH_ITEMS, ...OTHER_HEALTH_ITEMS];

export const healthItems = (row: Row<'OC2'>): readonly string[] => [
  ...coreHealthItems(row),
  ...otherHealthItems(row),
];
