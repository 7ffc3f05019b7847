import { rowsOf } from '../engine/blank-child.ts';
import { rule } from '../engine/define.ts';
import { blank, filled, hasLeaverDetails, LEAVER_DETAILS } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { latest } from '../engine/latest.ts';
import type { Row } from '../tables.ts';

const rule628 = rule({
  code: '628',
  title: 'Motherhood recorded for a care leaver without episodes this year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header', 'OC3'],
  fields: { Header: ['MOTHER'] },
  means:
    'Whether a young person is a mother is asked only of those looked after during the year; this one is in the return as a care leaver alone.',
  fix: 'Clear MOTHER, or add the episodes if the young person was looked after this year.',
  check: (context, flag) => {
    const episodesOf = rowsOf(context, 'Episodes');
    const leaversOf = rowsOf(context, 'OC3');
    for (const child of context.Header) {
      const onlyLeaver =
        episodesOf(child.CHILD).length === 0 && leaversOf(child.CHILD).some(hasLeaverDetails);
      if (onlyLeaver && filled(child.MOTHER)) flag(child);
    }
  },
  fails: {
    Episodes: [],
    Header: [{ CHILD: '101', MOTHER: '1' }],
    OC3: [{ CHILD: '101', IN_TOUCH: 'YES' }],
  },
  passes: {
    Episodes: [{ CHILD: '101' }],
    Header: [{ CHILD: '101', MOTHER: '1' }],
    OC3: [{ CHILD: '101', IN_TOUCH: 'YES' }],
  },
});

const rule1000 = rule({
  code: '1000',
  title: 'Care leaver record of a child who died in care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC3'],
  fields: { OC3: LEAVER_DETAILS },
  means:
    'An episode of this year or last ended because the child died (E2), yet there is a care leaver record.',
  fix: 'Remove the care leaver record, or correct the reason the episode ended.',
  check: eachRow('OC3', ({ CHILD }, { child }) => {
    const { now, last } = child(CHILD) ?? {};
    return [...(now?.Episodes ?? []), ...(last?.Episodes ?? [])].some(({ REC }) => REC === 'E2');
  }),
  fails: { Episodes: [{ CHILD: '101', REC: 'E2' }], OC3: [{ CHILD: '101' }] },
  passes: { Episodes: [{ CHILD: '101', REC: 'E8' }], OC3: [{ CHILD: '101' }] },
});

const rule1002 = rule({
  code: '1002',
  title: 'Care leaver record of a young person without any episode',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC3'],
  needs: ['last Episodes'],
  fields: { OC3: LEAVER_DETAILS },
  means:
    'The young person has no episode in this year’s return or in last year’s, so nothing shows that they were looked after.',
  fix: 'Correct the child identifier if it changed; remove the record if the young person was not looked after.',
  check: (context, flag) => {
    const episodesNow = rowsOf(context, 'Episodes');
    const episodesLast = rowsOf(context, 'Episodes', 'last');
    for (const leaver of context.OC3) {
      const { CHILD } = leaver;
      if (episodesNow(CHILD).length + episodesLast(CHILD).length === 0) flag(leaver);
    }
  },
  fails: { Episodes: [{ CHILD: '102' }], OC3: [{ CHILD: '101' }], 'last Episodes': [{ CHILD: '102' }] },
  passes: { Episodes: [{ CHILD: '102' }], OC3: [{ CHILD: '101' }], 'last Episodes': [{ CHILD: '101' }] },
});

const rule1010 = rule({
  code: '1010',
  title: 'Care leaver record, but last year’s open episode is not carried on',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC3'],
  needs: ['last Episodes'],
  fields: { OC3: LEAVER_DETAILS },
  means:
    'Last year’s return left the young person in care, this year’s has no episode that says when care ended.',
  fix: 'Add the episode that was open on 31 March and end it on the day care ended; or remove the record if the young person is still in care.',
  check: (context, flag) => {
    const episodesNow = rowsOf(context, 'Episodes');
    const isOpen = ({ DECOM, DEC_TEXT }: Row<'Episodes'>): boolean => !Number.isNaN(DECOM) && blank(DEC_TEXT);
    const blankWasOpen = rowsOf(context, 'Episodes', 'last')('').some(isOpen);
    for (const leaver of context.OC3) {
      if (episodesNow(leaver.CHILD).length > 0) continue;
      const newest = context.child(leaver.CHILD)?.lastEpisodes.findLast(({ DECOM }) => !Number.isNaN(DECOM));
      const wasOpen = leaver.CHILD === '' ? blankWasOpen : newest !== undefined && isOpen(newest);
      if (wasOpen) flag(leaver);
    }
  },
  fails: {
    Episodes: [],
    OC3: [{ CHILD: '101' }],
    'last Episodes': [{ CHILD: '101', DECOM: '02/05/2024' }],
  },
  passes: {
    Episodes: [],
    OC3: [{ CHILD: '101' }],
    'last Episodes': [{ CHILD: '101', DECOM: '02/05/2024', DEC: '14/06/2024' }],
  },
});

const rule1011 = rule({
  code: '1011',
  title: 'Care leaver record though another authority took over the care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC3'],
  fields: { OC3: LEAVER_DETAILS },
  means:
    'The latest episode ended because another authority took over (E3), so that authority reports the young person as a care leaver.',
  fix: 'Remove the care leaver details, or correct the reason the episode ended.',
  differsFromReference:
    'The existing tool gives no result at all when one child has only unreadable starts of episodes. We leave that child out and check the rest.',
  check: eachRow('OC3', (leaver, { child }) => {
    const newest = latest(child(leaver.CHILD)?.now.Episodes ?? [], ({ DECOM }) => DECOM);
    return newest?.REC === 'E3' && hasLeaverDetails(leaver);
  }),
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', REC: 'E3' }],
    OC3: [{ CHILD: '101', IN_TOUCH: 'YES' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', REC: 'E8' }],
    OC3: [{ CHILD: '101', IN_TOUCH: 'YES' }],
  },
});

const rule1014 = rule({
  code: '1014',
  title: 'Unaccompanied asylum-seeking status of a care leaver',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'UASC', 'OC3'],
  fields: { OC3: LEAVER_DETAILS, UASC: ['DUC'] },
  means:
    'The status is asked of children looked after during the year; none of this young person’s episodes falls in it, and there is a care leaver record.',
  fix: 'Remove the row in the UASC table, or correct the dates of the episodes.',
  check: ({ children, start, end }, flag) => {
    for (const { now } of children) {
      if (now.Episodes.length === 0 || now.UASC.length === 0) continue;
      const inYear = now.Episodes.some(
        ({ DECOM, DEC }) => DECOM <= end && (DEC >= start || Number.isNaN(DEC)),
      );
      const leavers = now.OC3.filter(hasLeaverDetails);
      if (inYear || leavers.length === 0) continue;
      leavers.forEach(flag);
      now.UASC.forEach(flag);
    }
  },
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2024', DEC: '31/03/2025' }],
    UASC: [{ CHILD: '101' }],
    OC3: [{ CHILD: '101', IN_TOUCH: 'YES' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2024', DEC: '01/04/2025' }],
    UASC: [{ CHILD: '101' }],
    OC3: [{ CHILD: '101', IN_TOUCH: 'YES' }],
  },
});

/** Rules that hold care leaver records against the episodes of care. */
export const careLeaversAndCareRules = [rule628, rule1000, rule1002, rule1010, rule1011, rule1014];
