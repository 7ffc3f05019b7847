import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';

const GENDERS = new Set(['M1', 'F1', 'MM', 'FF', 'MF']);
const ONE_ADOPTER = new Set(['M1', 'F1']);
const SAME_GENDER = new Set(['MM', 'FF']);
const COUPLE = new Set(['MM', 'FF', 'MF']);
const LEGAL_STATUSES = new Set(['L0', 'L11', 'L12', 'L2', 'L3', 'L4']);

const rule114 = rule({
  code: '114',
  title: 'Adopted by former foster carer: neither 0 nor 1',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['FOSTER_CARE'] },
  means:
    'Whether the adopter was fostering the child is answered with 1 (yes) or 0 (no); another value cannot be read.',
  fix: 'Enter 1 if the child was adopted by the carer who fostered them, otherwise 0.',
  check: eachRow(
    'AD1',
    ({ FOSTER_CARE }) => FOSTER_CARE !== '' && FOSTER_CARE !== '0' && FOSTER_CARE !== '1',
  ),
  fails: { AD1: [{ FOSTER_CARE: '2' }] },
  passes: { AD1: [{ FOSTER_CARE: '1' }] },
});

const rule175 = rule({
  code: '175',
  title: 'Number of adopters: neither 1 nor 2',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['NB_ADOPTR'] },
  means: 'A child is adopted by one person or by two; another number cannot be read.',
  fix: 'Enter 1 or 2.',
  check: eachRow('AD1', ({ NB_ADOPTR }) => NB_ADOPTR !== '' && NB_ADOPTR !== '1' && NB_ADOPTR !== '2'),
  fails: { AD1: [{ NB_ADOPTR: '3' }] },
  passes: { AD1: [{ NB_ADOPTR: '2' }] },
});

const rule176 = rule({
  code: '176',
  title: 'Gender of adopters: not a code on the list',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['SEX_ADOPTR'] },
  means: 'The gender of the adopters must be one of M1, F1 (one adopter), MM, FF or MF (two).',
  fix: 'Enter the code that fits the adopters.',
  check: eachRow('AD1', ({ SEX_ADOPTR }) => SEX_ADOPTR !== '' && !GENDERS.has(SEX_ADOPTR)),
  fails: { AD1: [{ SEX_ADOPTR: 'FM' }] },
  passes: { AD1: [{ SEX_ADOPTR: 'MF' }] },
});

const rule177 = rule({
  code: '177',
  title: 'Legal status of adopters: not a code on the list',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['LS_ADOPTR'] },
  means: 'The legal status of the adopters must be one of L0, L11, L12, L2, L3 or L4.',
  fix: 'Enter the code that fits the adopters: L0 for a single adopter, the others for couples.',
  check: eachRow('AD1', ({ LS_ADOPTR }) => LS_ADOPTR !== '' && !LEGAL_STATUSES.has(LS_ADOPTR)),
  fails: { AD1: [{ LS_ADOPTR: 'L1' }] },
  passes: { AD1: [{ LS_ADOPTR: 'L11' }] },
});

const ADOPTION_ORDERED = new Set(['E1', 'E11', 'E12']);
const NOT_WITH_FOSTER_CARER = new Set(['A1', 'A4', 'A6']);
const WITH_FOSTER_CARER = new Set(['A2', 'A3', 'A5']);

const rule335 = rule({
  code: '335',
  title: 'Adoption by a foster carer contradicts the placement',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'AD1'],
  fields: { Episodes: ['PLACE'], AD1: ['FOSTER_CARE'] },
  means:
    'The episode that ended in adoption says whether the child lived with a foster carer who was adopting them ' +
    '(A2, A3, A5) or with other adopters (A1, A4, A6); the adoption details say the opposite.',
  fix: 'Correct the placement type of the episode, or FOSTER_CARE: 1 for adoption by the foster carer, otherwise 0.',
  check: (context, flag) => {
    for (const [episode, adoption] of join(context, 'Episodes', 'AD1')) {
      if (!ADOPTION_ORDERED.has(episode.REC)) continue;
      const contradiction =
        (adoption.FOSTER_CARE === '0' && WITH_FOSTER_CARER.has(episode.PLACE)) ||
        (adoption.FOSTER_CARE === '1' && NOT_WITH_FOSTER_CARER.has(episode.PLACE));
      if (contradiction) {
        flag(episode);
        flag(adoption);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'A3', REC: 'E11' }],
    AD1: [{ CHILD: '1', FOSTER_CARE: '0' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'A3', REC: 'E11' }],
    AD1: [{ CHILD: '1', FOSTER_CARE: '1' }],
  },
});

const rule511 = rule({
  code: '511',
  title: 'Two adopters with the gender code of one',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['NB_ADOPTR', 'SEX_ADOPTR'] },
  means: 'Two people adopted the child, but M1 and F1 describe a single adopter.',
  fix: 'Correct the number of adopters, or enter MM, FF or MF.',
  check: eachRow('AD1', ({ NB_ADOPTR, SEX_ADOPTR }) => NB_ADOPTR === '2' && ONE_ADOPTER.has(SEX_ADOPTR)),
  fails: { AD1: [{ NB_ADOPTR: '2', SEX_ADOPTR: 'F1' }] },
  passes: { AD1: [{ NB_ADOPTR: '2', SEX_ADOPTR: 'FF' }] },
});

const rule514 = rule({
  code: '514',
  title: 'Single adopter without the gender code of one',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  means: 'L0 stands for a single adopter, so the gender must be M1 or F1.',
  fix: 'Enter M1 or F1, or correct the legal status if a couple adopted the child.',
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L0' && !ONE_ADOPTER.has(SEX_ADOPTR)),
  fails: { AD1: [{ LS_ADOPTR: 'L0', SEX_ADOPTR: 'MF' }] },
  passes: { AD1: [{ LS_ADOPTR: 'L0', SEX_ADOPTR: 'M1' }] },
});

const rule517 = rule({
  code: '517',
  title: 'Unmarried couple of different genders not coded MF',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  means: 'L3 stands for an unmarried couple of different genders, so the gender must be MF.',
  fix: 'Enter MF, or correct the legal status: L4 for an unmarried couple of the same gender.',
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L3' && SEX_ADOPTR !== 'MF'),
  fails: { AD1: [{ LS_ADOPTR: 'L3', SEX_ADOPTR: 'MM' }] },
  passes: { AD1: [{ LS_ADOPTR: 'L3', SEX_ADOPTR: 'MF' }] },
});

const rule518 = rule({
  code: '518',
  title: 'Unmarried couple of the same gender not coded MM or FF',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  means:
    'L4 stands for a couple of the same gender, neither married nor civil partners, so the gender must be MM or FF.',
  fix: 'Enter MM or FF, or correct the legal status: L3 for an unmarried couple of different genders.',
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L4' && !SAME_GENDER.has(SEX_ADOPTR)),
  fails: { AD1: [{ LS_ADOPTR: 'L4', SEX_ADOPTR: 'MF' }] },
  passes: { AD1: [{ LS_ADOPTR: 'L4', SEX_ADOPTR: 'MM' }] },
});

const rule519 = rule({
  code: '519',
  title: 'Civil partners without the gender code of a couple',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  means: 'L2 stands for civil partners, so the gender must be that of a couple: MM, FF or MF.',
  fix: 'Enter MM, FF or MF, or correct the legal status: L0 for a single adopter.',
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L2' && !COUPLE.has(SEX_ADOPTR)),
  fails: { AD1: [{ LS_ADOPTR: 'L2', SEX_ADOPTR: 'F1' }] },
  passes: { AD1: [{ LS_ADOPTR: 'L2', SEX_ADOPTR: 'FF' }] },
});

const rule520 = rule({
  code: '520',
  title: 'Married couple of different genders not coded MF',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  means: 'L11 stands for a married couple of different genders, so the gender must be MF.',
  fix: 'Enter MF, or correct the legal status: L12 for a married couple of the same gender.',
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L11' && SEX_ADOPTR !== 'MF'),
  fails: { AD1: [{ LS_ADOPTR: 'L11', SEX_ADOPTR: 'FF' }] },
  passes: { AD1: [{ LS_ADOPTR: 'L11', SEX_ADOPTR: 'MF' }] },
});

const rule524 = rule({
  code: '524',
  title: 'Married couple of the same gender not coded MM or FF',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  means: 'L12 stands for a married couple of the same gender, so the gender must be MM or FF.',
  fix: 'Enter MM or FF, or correct the legal status: L11 for a married couple of different genders.',
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L12' && !SAME_GENDER.has(SEX_ADOPTR)),
  fails: { AD1: [{ LS_ADOPTR: 'L12', SEX_ADOPTR: 'MF' }] },
  passes: { AD1: [{ LS_ADOPTR: 'L12', SEX_ADOPTR: 'FF' }] },
});

/** Rules about who adopted the child: number, gender and legal status of the adopters, adoption by foster carers. */
export const adopterRules = [
  rule114,
  rule175,
  rule176,
  rule177,
  rule335,
  rule511,
  rule514,
  rule517,
  rule518,
  rule519,
  rule520,
  rule524,
];
