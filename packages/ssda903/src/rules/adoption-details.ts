import { ADOPTED } from '../codes.ts';
import type { CheckContext } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { ADOPTION_DETAILS, adoptionDetails, blank, filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';
import type { Row } from '../tables.ts';

const adoptedInYear = ({ REC, DEC }: Row<'Episodes'>, { start, end }: CheckContext): boolean =>
  ADOPTED.has(REC) && DEC >= start && DEC <= end;

const rule601 = rule({
  code: '601',
  title: 'Adopted this year, but adoption details incomplete',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'AD1'],
  fields: { Episodes: ['REC'], AD1: ADOPTION_DETAILS },
  means: 'Care ended in adoption (E11, E12) this year, so all adoption details of the child are needed.',
  fix: 'Complete the adoption details, or correct the reason or the end of the episode.',
  check: (context, flag) => {
    for (const [episode, details] of join(context, 'Episodes', 'AD1')) {
      if (!adoptedInYear(episode, context) || !adoptionDetails(details).some(blank)) continue;
      flag(episode);
      flag(details);
    }
  },
  fails: {
    Episodes: [{ CHILD: '101', DEC: '14/06/2025', REC: 'E11' }],
    AD1: [
      {
        CHILD: '101',
        DATE_INT: '02/05/2024',
        DATE_MATCH: '03/06/2024',
        FOSTER_CARE: '0',
        NB_ADOPTR: '2',
        SEX_ADOPTR: 'MF',
      },
    ],
  },
  passes: {
    Episodes: [{ CHILD: '101', DEC: '14/06/2025', REC: 'E11' }],
    AD1: [
      {
        CHILD: '101',
        DATE_INT: '02/05/2024',
        DATE_MATCH: '03/06/2024',
        FOSTER_CARE: '0',
        NB_ADOPTR: '2',
        SEX_ADOPTR: 'MF',
        LS_ADOPTR: 'L0',
      },
    ],
  },
});

const rule602 = rule({
  code: '602',
  title: 'Adoption details without an adoption this year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'AD1'],
  fields: { AD1: ['CHILD'] },
  means: 'Adoption details are given, but no episode of the child ended in adoption (E11, E12) this year.',
  fix: 'Remove the adoption details, or correct the reason or the end of the child’s last episode.',
  check: eachRow('AD1', (details, context) => {
    const episodes = context.child(details.CHILD)?.now.Episodes ?? [];
    return (
      adoptionDetails(details).some(filled) && !episodes.some((episode) => adoptedInYear(episode, context))
    );
  }),
  fails: {
    Episodes: [{ CHILD: '101', DEC: '31/03/2025', REC: 'E11' }],
    AD1: [{ CHILD: '101', NB_ADOPTR: '2' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DEC: '01/04/2025', REC: 'E11' }],
    AD1: [{ CHILD: '101', NB_ADOPTR: '2' }],
  },
});

const rule1003 = rule({
  code: '1003',
  title: 'Decision to place for adoption before care began',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['DECOM', 'RNE'], PlacedAdoption: ['DATE_PLACED'] },
  means: 'The child was to be placed for adoption before the first period of care in this return began.',
  fix: 'Correct the date of the decision, or the start of the episode.',
  differsFromReference:
    'The existing tool gives no result at all when one child has only unreadable starts of care. We leave that child out and check the rest.',
  check: ({ PlacedAdoption, child }, flag) => {
    for (const decision of PlacedAdoption) {
      const start = child(decision.CHILD)?.episodes.find(({ RNE }) => RNE === 'S');
      if (!start || !(decision.DATE_PLACED < start.DECOM)) continue;
      flag(start);
      flag(decision);
    }
  },
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', RNE: 'S' }],
    PlacedAdoption: [{ CHILD: '101', DATE_PLACED: '01/05/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', RNE: 'S' }],
    PlacedAdoption: [{ CHILD: '101', DATE_PLACED: '02/05/2025' }],
  },
});

/** Rules that hold adoption details and decisions against the child's episodes. */
export const adoptionDetailRules = [rule601, rule602, rule1003];
