import { birthday } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import { filled, LEAVER_DETAILS, leaverDetails } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';

const IN_TOUCH = new Set(['YES', 'NO', 'DIED', 'REFU', 'NREQ', 'RHOM']);

const rule131 = rule({
  code: '131',
  title: 'Contact with care leaver missing or not on the list',
  severity: 'error',
  years: [2023],
  tables: ['OC3'],
  fields: { OC3: ['IN_TOUCH'] },
  means:
    'Whether the authority is in touch must be one of YES, NO, DIED, REFU, NREQ or RHOM for every care leaver.',
  fix: 'Enter the code that fits, or remove the row if the young person is not in the care leaver cohort.',
  check: eachRow('OC3', (leaver) => !IN_TOUCH.has(leaver.IN_TOUCH)),
  fails: { OC3: [{ IN_TOUCH: 'Y' }] },
  passes: { OC3: [{ IN_TOUCH: 'YES' }] },
});

const ACTIVITIES = new Set(['F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5', 'G4', 'G5', 'G6', '0']);

const rule132 = rule({
  code: '132',
  title: 'Activity of care leaver missing or not on the list',
  severity: 'error',
  years: [2023],
  tables: ['OC3'],
  fields: { OC3: ['ACTIV'] },
  means: 'The main activity must be one of the listed codes, or 0 where it is not known or does not apply.',
  fix: 'Enter the code of what the young person mostly does; F3 and P3 were replaced by F4, F5, P4 and P5.',
  check: eachRow('OC3', ({ ACTIV }) => !ACTIVITIES.has(ACTIV)),
  fails: { OC3: [{ ACTIV: 'F3' }] },
  passes: { OC3: [{ ACTIV: 'F4' }] },
});

const HOMES_THAT_MAY_SUIT = ['B', 'C', 'D', 'E', 'G', 'H', 'K', 'R', 'T', 'U', 'V', 'W', 'Y', 'Z'];
const ACCOMMODATION = new Set([
  ...HOMES_THAT_MAY_SUIT.flatMap((home) => [`${home}1`, `${home}2`]),
  'S2',
  'X2',
  '0',
]);

const rule133 = rule({
  code: '133',
  title: 'Accommodation of care leaver missing or not on the list',
  severity: 'error',
  years: [2023],
  tables: ['OC3'],
  fields: { OC3: ['ACCOM'] },
  means:
    'Accommodation is a letter for the kind of home and 1 (suitable) or 2 (unsuitable); homelessness (S) and custody (X) ' +
    'are always unsuitable, and 0 means that it is not known or does not apply.',
  fix: 'Enter the letter and the digit that fit.',
  check: eachRow('OC3', ({ ACCOM }) => !ACCOMMODATION.has(ACCOM)),
  fails: { OC3: [{ ACCOM: 'S1' }] },
  passes: { OC3: [{ ACCOM: 'S2' }] },
});

const rule153 = rule({
  code: '153',
  title: 'Care leaver details only partly filled in',
  severity: 'error',
  years: [2023],
  tables: ['OC3'],
  fields: { OC3: LEAVER_DETAILS },
  means: 'Contact, activity and accommodation belong together: a care leaver has all three.',
  fix: 'Fill in what is missing; 0 says that activity or accommodation is not known.',
  check: eachRow('OC3', (leaver) => {
    const details = leaverDetails(leaver);
    return details.some(filled) && !details.every(filled);
  }),
  fails: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: '' }] },
  passes: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
});

const rule344 = rule({
  code: '344',
  title: 'Activity or accommodation of someone who died or went home',
  severity: 'error',
  years: [2023],
  tables: ['OC3'],
  fields: { OC3: ['IN_TOUCH', 'ACTIV', 'ACCOM'] },
  means:
    'For a young person who died (DIED) or returned home for six months or more (RHOM), activity and accommodation are 0.',
  fix: 'Enter 0 for both, or correct the code for contact.',
  check: eachRow(
    'OC3',
    ({ IN_TOUCH, ACTIV, ACCOM }) =>
      (IN_TOUCH === 'DIED' || IN_TOUCH === 'RHOM') && (ACTIV !== '0' || ACCOM !== '0'),
  ),
  fails: { OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '' }] },
  passes: { OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '0' }] },
});

const rule345 = rule({
  code: '345',
  title: 'In touch, yet activity or accommodation not known',
  severity: 'error',
  years: [2023],
  tables: ['OC3'],
  fields: { OC3: ['IN_TOUCH', 'ACTIV', 'ACCOM'] },
  means:
    'An authority that is in touch with a care leaver knows what they do and where they live, so neither can be 0.',
  fix: 'Enter the codes for activity and accommodation, or correct the code for contact.',
  check: eachRow(
    'OC3',
    ({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH === 'YES' && (ACTIV === '0' || ACCOM === '0'),
  ),
  fails: { OC3: [{ IN_TOUCH: 'YES', ACTIV: '0', ACCOM: 'B1' }] },
  passes: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
});

const rule347 = rule({
  code: '347',
  title: 'Foyer for a young person who was under 18',
  severity: 'query',
  years: [2024],
  tables: ['OC3'],
  fields: { OC3: ['ACCOM', 'DOB'] },
  means:
    'Foyers (T, before the code was split by suitability) are meant for adults, but the young person had not turned 18 by 1 April at the start of the year.',
  fix: 'Check the accommodation and the date of birth.',
  differsFromReference:
    'Counts true birthdays, so that somebody 18 on 1 April passes, where the existing tool takes years of 365.2425 ' +
    'days. Passes over an unreadable date of birth, where it reports nothing for the whole return.',
  check: eachRow('OC3', ({ ACCOM, DOB }, { start }) => ACCOM === 'T' && birthday(DOB, 18) > start),
  fails: { OC3: [{ DOB: '02/04/2007', ACCOM: 'T' }] },
  passes: { OC3: [{ DOB: '01/04/2007', ACCOM: 'T' }] },
});

const rule348 = rule({
  code: '348',
  title: 'Reported as having died last year, not this year',
  severity: 'error',
  years: [2026],
  tables: ['OC3'],
  needs: ['last OC3'],
  fields: { OC3: ['IN_TOUCH'] },
  means: 'Last year’s return says that this young person has died; this year’s says something else.',
  fix: 'Correct this year’s code for contact; if last year’s was wrong, tell the Department for Education.',
  check: (context, flag) => {
    for (const [leaver, lastYear] of join(context, 'OC3', 'last OC3')) {
      if (lastYear.IN_TOUCH === 'DIED' && leaver.IN_TOUCH !== 'DIED') flag(leaver);
    }
  },
  fails: { OC3: [{ CHILD: '1', IN_TOUCH: 'YES' }], 'last OC3': [{ CHILD: '1', IN_TOUCH: 'DIED' }] },
  passes: { OC3: [{ CHILD: '1', IN_TOUCH: 'DIED' }], 'last OC3': [{ CHILD: '1', IN_TOUCH: 'DIED' }] },
});

const rule391 = rule({
  code: '391',
  title: 'Care leaver details for someone under 17',
  severity: 'error',
  years: [2023],
  tables: ['OC3'],
  fields: { OC3: ['DOB', ...LEAVER_DETAILS] },
  means:
    'Care leaver details are collected from the year in which a young person turns 17; this one is younger on 31 March.',
  fix: 'Clear the details, or correct the date of birth.',
  check: eachRow(
    'OC3',
    (leaver, { end }) => birthday(leaver.DOB, 17) > end && leaverDetails(leaver).some(filled),
  ),
  fails: { OC3: [{ DOB: '01/04/2009', IN_TOUCH: 'YES' }] },
  passes: { OC3: [{ DOB: '31/03/2009', IN_TOUCH: 'YES' }] },
});

/** Rules about the details of care leavers (OC3): contact, activity and accommodation. */
export const careLeaverRules = [
  rule131,
  rule132,
  rule133,
  rule153,
  rule344,
  rule345,
  rule347,
  rule348,
  rule391,
];
