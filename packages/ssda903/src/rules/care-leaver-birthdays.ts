import { birthday, calendarDate, type Day } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import { hasLeaverDetails, LEAVER_DETAILS } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { MEAN_YEAR } from '../engine/mean-year.ts';

/** The birthday in the calendar year of a day, or in the year before where that is still to come. */
const lastBirthday = (born: Day, on: Day): Day => {
  const years = calendarDate(on).year - calendarDate(born).year;
  const thisYear = birthday(born, years);
  return thisYear > on ? birthday(born, years - 1) : thisYear;
};

const rule1007 = rule({
  code: '1007',
  title: 'Care leaver details though in care on the 17th or 18th birthday',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC3'],
  fields: { OC3: LEAVER_DETAILS },
  means:
    'A 17 or 18 year old is reported as a care leaver only if they were not looked after on that birthday; an episode with an end covers it.',
  fix: 'Remove the care leaver details, or correct the dates of the episode.',
  differsFromReference:
    'The existing tool gives no result at all when one date in Episodes cannot be read, or when somebody was born on 29 February. We leave out such a date, and take 28 February in years without a 29th.',
  check: eachRow('OC3', (leaver, { child, end }) => {
    const { DOB, CHILD } = leaver;
    if (!(birthday(DOB, 17) <= end && birthday(DOB, 19) > end) || !hasLeaverDetails(leaver)) return false;
    const day = lastBirthday(DOB, end);
    return child(CHILD)?.now.Episodes.some(({ DECOM, DEC }) => DECOM <= day && DEC > day) === true;
  }),
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2024', DEC: '15/06/2025' }],
    OC3: [{ CHILD: '101', DOB: '14/06/2007', IN_TOUCH: 'YES' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2024', DEC: '14/06/2025' }],
    OC3: [{ CHILD: '101', DOB: '14/06/2007', IN_TOUCH: 'YES' }],
  },
});

const rule1016 = rule({
  code: '1016',
  title: 'Care leaver details though an episode ended on or after the latest birthday',
  severity: 'error',
  years: [2024],
  tables: ['Episodes', 'OC3'],
  fields: { OC3: LEAVER_DETAILS },
  means:
    'A 17 or 18 year old is reported as a care leaver only if care had ended by that birthday; an episode ended on or after it. Ages count average years of 365.2425 days.',
  fix: 'Remove the care leaver details, or correct the end of the episode.',
  differsFromReference:
    'The existing tool gives no result at all when one date of birth in OC3 cannot be read. We leave that row out and check the rest.',
  check: eachRow('OC3', (leaver, { child, end }) => {
    const { DOB, CHILD } = leaver;
    const age = (end - DOB) / MEAN_YEAR;
    if (!(age >= 17 && age < 19) || !hasLeaverDetails(leaver)) return false;
    const day = birthday(DOB, Math.floor(age));
    return child(CHILD)?.now.Episodes.some(({ DEC }) => DEC >= day) === true;
  }),
  fails: {
    Episodes: [{ CHILD: '101', DEC: '14/06/2025' }],
    OC3: [{ CHILD: '101', DOB: '14/06/2007', IN_TOUCH: 'YES' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DEC: '13/06/2025' }],
    OC3: [{ CHILD: '101', DOB: '14/06/2007', IN_TOUCH: 'YES' }],
  },
});

const FORMER_FOSTER_CARERS: ReadonlySet<string> = new Set(['Z1', 'Z2']);

const rule3001 = rule({
  code: '3001',
  title: 'Care leaver of 17 who lives with former foster carers',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'OC3'],
  fields: { OC3: ['ACCOM'] },
  means:
    'Staying put with former foster carers (Z1, Z2) begins at 18; this young person turned 17 this year.',
  fix: 'Correct the accommodation or the date of birth; a 17 year old who stays with their foster carers is usually still looked after.',
  differsFromReference:
    'The existing tool points at a column REC, which OC3 does not have, and gives no result at all when a young person has two rows in Header. We point at ACCOM, and any of the rows in Header is enough.',
  check: eachRow('OC3', ({ CHILD, ACCOM }, { child, start, end }) => {
    if (!FORMER_FOSTER_CARERS.has(ACCOM)) return false;
    return (
      child(CHILD)?.now.Header.some(({ DOB }) => birthday(DOB, 17) >= start && birthday(DOB, 17) <= end) ===
      true
    );
  }),
  fails: {
    Header: [{ CHILD: '101', DOB: '31/03/2009' }],
    OC3: [{ CHILD: '101', ACCOM: 'Z1' }],
  },
  passes: {
    Header: [{ CHILD: '101', DOB: '31/03/2008' }],
    OC3: [{ CHILD: '101', ACCOM: 'Z1' }],
  },
});

/** Rules about care leavers around their 17th and 18th birthdays. */
export const careLeaverBirthdayRules = [rule1007, rule1016, rule3001];
