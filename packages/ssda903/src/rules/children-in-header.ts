import { rowsOf } from '../engine/blank-child.ts';
import type { Tables } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import type { Rule } from '../engine/rule.ts';
import type { TableName } from '../tables.ts';

/** Flags the rows of a table whose CHILD does not stand in Header; a blank CHILD does where Header has a blank one. */
const notInHeader =
  (table: TableName): Rule['check'] =>
  (context, flag) => {
    const inHeader = rowsOf(context, 'Header');
    const tables: Tables = context;
    for (const row of tables[table]) if (inHeader(row.CHILD).length === 0) flag(row);
  };

const ruleINT01 = rule({
  code: 'INT01',
  title: 'Adoption details of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'AD1'],
  fields: { AD1: ['CHILD'] },
  means:
    'The adoption details (AD1) name a child who is not in Header, so they belong to nobody in the return.',
  fix: 'Add the child to Header, or correct the child identifier in AD1.',
  check: notInHeader('AD1'),
  fails: { Header: [{ CHILD: '101' }], AD1: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], AD1: [{ CHILD: '101' }] },
});

const ruleINT02 = rule({
  code: 'INT02',
  title: 'Adoption decision of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'PlacedAdoption'],
  fields: { PlacedAdoption: ['CHILD'] },
  means: 'The decision to place for adoption (PlacedAdoption) names a child who is not in Header.',
  fix: 'Add the child to Header, or correct the child identifier in PlacedAdoption.',
  check: notInHeader('PlacedAdoption'),
  fails: { Header: [{ CHILD: '101' }], PlacedAdoption: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], PlacedAdoption: [{ CHILD: '101' }] },
});

const ruleINT03 = rule({
  code: 'INT03',
  title: 'Episode of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Episodes: ['CHILD'] },
  means:
    'An episode of care names a child who is not in Header: sex, date of birth and ethnic origin are unknown.',
  fix: 'Add the child to Header, or correct the child identifier of the episode.',
  check: notInHeader('Episodes'),
  fails: { Header: [{ CHILD: '101' }], Episodes: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], Episodes: [{ CHILD: '101' }] },
});

const ruleINT04 = rule({
  code: 'INT04',
  title: 'Missing period of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Missing'],
  fields: { Missing: ['CHILD'] },
  means: 'A missing period names a child who is not in Header.',
  fix: 'Add the child to Header, or correct the child identifier in Missing.',
  check: notInHeader('Missing'),
  fails: { Header: [{ CHILD: '101' }], Missing: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], Missing: [{ CHILD: '101' }] },
});

const ruleINT05 = rule({
  code: 'INT05',
  title: 'Health and wellbeing record of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'OC2'],
  fields: { OC2: ['CHILD'] },
  means: 'Health and wellbeing items (OC2) name a child who is not in Header.',
  fix: 'Add the child to Header, or correct the child identifier in OC2.',
  check: notInHeader('OC2'),
  fails: { Header: [{ CHILD: '101' }], OC2: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], OC2: [{ CHILD: '101' }] },
});

const ruleINT06 = rule({
  code: 'INT06',
  title: 'Care leaver record of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'OC3'],
  fields: { OC3: ['CHILD'] },
  means: 'A care leaver record (OC3) names a young person who is not in Header.',
  fix: 'Add the young person to Header, or correct the identifier in OC3.',
  check: notInHeader('OC3'),
  fails: { Header: [{ CHILD: '101' }], OC3: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], OC3: [{ CHILD: '101' }] },
});

const ruleINT07 = rule({
  code: 'INT07',
  title: 'Previous permanence of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'PrevPerm'],
  fields: { PrevPerm: ['CHILD'] },
  means: 'A previous permanence record (PrevPerm) names a child who is not in Header.',
  fix: 'Add the child to Header, or correct the child identifier in PrevPerm.',
  check: notInHeader('PrevPerm'),
  fails: { Header: [{ CHILD: '101' }], PrevPerm: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], PrevPerm: [{ CHILD: '101' }] },
});

const ruleINT08 = rule({
  code: 'INT08',
  title: 'Review of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Reviews'],
  fields: { Reviews: ['CHILD'] },
  means: 'A review names a child who is not in Header.',
  fix: 'Add the child to Header, or correct the child identifier of the review.',
  check: notInHeader('Reviews'),
  fails: { Header: [{ CHILD: '101' }], Reviews: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], Reviews: [{ CHILD: '101' }] },
});

const ruleINT09 = rule({
  code: 'INT09',
  title: 'Unaccompanied asylum-seeking status of a child who is not in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'UASC'],
  fields: { UASC: ['CHILD'] },
  means: 'The UASC table names a child who is not in Header.',
  fix: 'Add the child to Header, or correct the child identifier in UASC.',
  check: notInHeader('UASC'),
  fails: { Header: [{ CHILD: '101' }], UASC: [{ CHILD: '102' }] },
  passes: { Header: [{ CHILD: '101' }], UASC: [{ CHILD: '101' }] },
});

/** Every child named in a table stands in Header too. */
export const childrenInHeaderRules = [
  ruleINT01,
  ruleINT02,
  ruleINT03,
  ruleINT04,
  ruleINT05,
  ruleINT06,
  ruleINT07,
  ruleINT08,
  ruleINT09,
];
