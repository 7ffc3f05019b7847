import type { Tables } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import type { Rule } from '../engine/rule.ts';
import type { TableName } from '../tables.ts';

type TableWithBirthDate = Exclude<TableName, 'Header' | 'Episodes'>;

/** Flags the rows whose DOB is another day than one of the same child in Header; where either is blank nothing is. */
const bornOnAnotherDay =
  (table: TableWithBirthDate): Rule['check'] =>
  (context, flag) => {
    const tables: Tables = context;
    for (const row of tables[table]) {
      if (Number.isNaN(row.DOB)) continue;
      const header = context.child(row.CHILD)?.now.Header;
      if (header?.some(({ DOB }) => !Number.isNaN(DOB) && DOB !== row.DOB)) flag(row);
    }
  };

const ruleINT11 = rule({
  code: 'INT11',
  title: 'Adoption details with another date of birth than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'AD1'],
  fields: { AD1: ['DOB'] },
  means: 'Header and the adoption details (AD1) give the same child two dates of birth.',
  fix: 'Find out which date of birth is right and use it in both, or correct the child identifier.',
  check: bornOnAnotherDay('AD1'),
  fails: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], AD1: [{ CHILD: '101', DOB: '05/02/2010' }] },
  passes: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], AD1: [{ CHILD: '101', DOB: '02/05/2010' }] },
});

const ruleINT12 = rule({
  code: 'INT12',
  title: 'Adoption decision with another date of birth than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'PlacedAdoption'],
  fields: { PlacedAdoption: ['DOB'] },
  means:
    'Header and the decision to place for adoption (PlacedAdoption) give the same child two dates of birth.',
  fix: 'Find out which date of birth is right and use it in both, or correct the child identifier.',
  check: bornOnAnotherDay('PlacedAdoption'),
  fails: {
    Header: [{ CHILD: '101', DOB: '02/05/2010' }],
    PlacedAdoption: [{ CHILD: '101', DOB: '05/02/2010' }],
  },
  passes: {
    Header: [{ CHILD: '101', DOB: '02/05/2010' }],
    PlacedAdoption: [{ CHILD: '101', DOB: '02/05/2010' }],
  },
});

const ruleINT13 = rule({
  code: 'INT13',
  title: 'Missing period with another date of birth than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Missing'],
  fields: { Missing: ['DOB'] },
  means: 'Header and a missing period give the same child two dates of birth.',
  fix: 'Find out which date of birth is right and use it in both, or correct the child identifier.',
  check: bornOnAnotherDay('Missing'),
  fails: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], Missing: [{ CHILD: '101', DOB: '05/02/2010' }] },
  passes: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], Missing: [{ CHILD: '101', DOB: '02/05/2010' }] },
});

const ruleINT14 = rule({
  code: 'INT14',
  title: 'Health and wellbeing record with another date of birth than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'OC2'],
  fields: { OC2: ['DOB'] },
  means: 'Header and the health and wellbeing record (OC2) give the same child two dates of birth.',
  fix: 'Find out which date of birth is right and use it in both, or correct the child identifier.',
  check: bornOnAnotherDay('OC2'),
  fails: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], OC2: [{ CHILD: '101', DOB: '05/02/2010' }] },
  passes: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], OC2: [{ CHILD: '101', DOB: '02/05/2010' }] },
});

const ruleINT15 = rule({
  code: 'INT15',
  title: 'Care leaver record with another date of birth than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'OC3'],
  fields: { OC3: ['DOB'] },
  means: 'Header and the care leaver record (OC3) give the same child two dates of birth.',
  fix: 'Find out which date of birth is right and use it in both, or correct the child identifier.',
  check: bornOnAnotherDay('OC3'),
  fails: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], OC3: [{ CHILD: '101', DOB: '05/02/2010' }] },
  passes: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], OC3: [{ CHILD: '101', DOB: '02/05/2010' }] },
});

const ruleINT16 = rule({
  code: 'INT16',
  title: 'Previous permanence with another date of birth than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'PrevPerm'],
  fields: { PrevPerm: ['DOB'] },
  means: 'Header and the previous permanence record (PrevPerm) give the same child two dates of birth.',
  fix: 'Find out which date of birth is right and use it in both, or correct the child identifier.',
  check: bornOnAnotherDay('PrevPerm'),
  fails: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], PrevPerm: [{ CHILD: '101', DOB: '05/02/2010' }] },
  passes: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], PrevPerm: [{ CHILD: '101', DOB: '02/05/2010' }] },
});

const ruleINT17 = rule({
  code: 'INT17',
  title: 'Review with another date of birth than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Reviews'],
  fields: { Reviews: ['DOB'] },
  means: 'Header and a review give the same child two dates of birth.',
  fix: 'Find out which date of birth is right and use it in both, or correct the child identifier.',
  check: bornOnAnotherDay('Reviews'),
  fails: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], Reviews: [{ CHILD: '101', DOB: '05/02/2010' }] },
  passes: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], Reviews: [{ CHILD: '101', DOB: '02/05/2010' }] },
});

const ruleINT18 = rule({
  code: 'INT18',
  title: 'Unaccompanied asylum-seeking status with another date of birth than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'UASC'],
  fields: { UASC: ['DOB'] },
  means: 'Header and the UASC table give the same child two dates of birth.',
  fix: 'Find out which date of birth is right and use it in both, or correct the child identifier.',
  check: bornOnAnotherDay('UASC'),
  fails: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], UASC: [{ CHILD: '101', DOB: '05/02/2010' }] },
  passes: { Header: [{ CHILD: '101', DOB: '02/05/2010' }], UASC: [{ CHILD: '101', DOB: '02/05/2010' }] },
});

const ruleINT21 = rule({
  code: 'INT21',
  title: 'Unaccompanied asylum-seeking status with another sex than in Header',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'UASC'],
  fields: { UASC: ['SEX'] },
  means: 'Header and the UASC table give the same child two sexes.',
  fix: 'Find out which is right and use it in both, or correct the child identifier.',
  check: eachRow('UASC', (row, { child }) => {
    const header = child(row.CHILD)?.now.Header ?? [];
    return filled(row.SEX) && header.some(({ SEX }) => filled(SEX) && SEX !== row.SEX);
  }),
  fails: { Header: [{ CHILD: '101', SEX: 'F' }], UASC: [{ CHILD: '101', SEX: 'M' }] },
  passes: { Header: [{ CHILD: '101', SEX: 'M' }], UASC: [{ CHILD: '101', SEX: 'M' }] },
});

/** A child has one date of birth and one sex throughout the return. */
export const differencesFromHeaderRules = [
  ruleINT11,
  ruleINT12,
  ruleINT13,
  ruleINT14,
  ruleINT15,
  ruleINT16,
  ruleINT17,
  ruleINT18,
  ruleINT21,
];
