import { rule } from '../engine/define.ts';
import type { Rule } from '../engine/rule.ts';
import type { TableName } from '../tables.ts';

/** Flags all rows, the first too, of a child with more than one row in a table; rows without CHILD are no child's. */
const moreThanOnce =
  (table: TableName): Rule['check'] =>
  ({ children }, flag) => {
    for (const { now } of children) if (now[table].length > 1) for (const row of now[table]) flag(row);
  };

const ruleINT31 = rule({
  code: 'INT31',
  title: 'Child with more than one row of adoption details',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['CHILD'] },
  means: 'A child has one row of adoption details (AD1) a year.',
  fix: 'Keep the row of the adoption that took place; remove or merge the others.',
  check: moreThanOnce('AD1'),
  fails: { AD1: [{ CHILD: '101' }, { CHILD: '101' }] },
  passes: { AD1: [{ CHILD: '101' }, { CHILD: '102' }] },
});

const ruleINT32 = rule({
  code: 'INT32',
  title: 'Child with more than one row in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['CHILD'] },
  means: 'A child has one row in Header, and every other table refers to it.',
  fix: 'Merge the rows into one; if they are two children, correct the identifiers.',
  check: moreThanOnce('Header'),
  fails: { Header: [{ CHILD: '101' }, { CHILD: '101' }] },
  passes: { Header: [{ CHILD: '101' }, { CHILD: '102' }] },
});

const ruleINT33 = rule({
  code: 'INT33',
  title: 'Child with more than one row of health and wellbeing record',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['CHILD'] },
  means: 'A child has one row of health and wellbeing items (OC2) a year.',
  fix: 'Merge the rows into one.',
  check: moreThanOnce('OC2'),
  fails: { OC2: [{ CHILD: '101' }, { CHILD: '101' }] },
  passes: { OC2: [{ CHILD: '101' }, { CHILD: '102' }] },
});

const ruleINT34 = rule({
  code: 'INT34',
  title: 'Child with more than one row of care leaver record',
  severity: 'error',
  years: [2023],
  tables: ['OC3'],
  fields: { OC3: ['CHILD'] },
  means: 'A young person has one care leaver row (OC3) a year.',
  fix: 'Keep the row for this year’s birthday and remove the others.',
  check: moreThanOnce('OC3'),
  fails: { OC3: [{ CHILD: '101' }, { CHILD: '101' }] },
  passes: { OC3: [{ CHILD: '101' }, { CHILD: '102' }] },
});

const ruleINT35 = rule({
  code: 'INT35',
  title: 'Child with more than one row of previous permanence',
  severity: 'error',
  years: [2023],
  tables: ['PrevPerm'],
  fields: { PrevPerm: ['CHILD'] },
  means: 'A child has one previous permanence row (PrevPerm): that of the latest start of care.',
  fix: 'Keep the row for the latest start of care and remove the others.',
  check: moreThanOnce('PrevPerm'),
  fails: { PrevPerm: [{ CHILD: '101' }, { CHILD: '101' }] },
  passes: { PrevPerm: [{ CHILD: '101' }, { CHILD: '102' }] },
});

const ruleINT36 = rule({
  code: 'INT36',
  title: 'Child with more than one row of unaccompanied asylum-seeking status',
  severity: 'error',
  years: [2023],
  tables: ['UASC'],
  fields: { UASC: ['CHILD'] },
  means: 'A child has one row in the UASC table.',
  fix: 'Merge the rows into one.',
  check: moreThanOnce('UASC'),
  fails: { UASC: [{ CHILD: '101' }, { CHILD: '101' }] },
  passes: { UASC: [{ CHILD: '101' }, { CHILD: '102' }] },
});

/** A child has at most one row in the tables that hold one row a child. */
export const duplicateChildrenRules = [ruleINT31, ruleINT32, ruleINT33, ruleINT34, ruleINT35, ruleINT36];
