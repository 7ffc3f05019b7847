import {
  type Child,
  defineIndicator,
  holdsAny,
  noChild,
  openOn,
  type Period,
  shareOf,
  within,
} from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import {
  attainment,
  educationServiceInvolvement,
  learningEquipment,
  learningProgramme,
  pupilProfile,
  school,
  tuition,
} from '../generated/records.ts';
import { placeOn } from '../pupils/enrolments.ts';
import { ofSchoolAge, pupilAtEnd, yearGroupOn } from '../pupils/yearGroups.ts';
import {
  hasDesignatedTeacher,
  isOpenSchool,
  needsDesignatedTeacher,
  schoolById,
} from '../schools/designatedTeachers.ts';
import { AT_END, IN_CARE_AT_END } from './shared.ts';

const PUPILS = `${IN_CARE_AT_END}, of school age`;
const STRATEGY_2019 = 'children in care strategy 2019-21, priority 4';

interface Lasting {
  readonly start: number;
  readonly end?: number;
}

const duringPeriod =
  (period: Period) =>
  ({ start, end }: Lasting): boolean =>
    start <= period.end && (end === undefined || end > period.start);

/** Whether a child has a service of education on a day. */
export const hasService = (child: Child, service: string, on: number): boolean =>
  child.records(educationServiceInvolvement).some((one) => one.service === service && openOn(one, on));

const supportOfficer = defineIndicator({
  id: 'education-support-officer',
  title: 'Children with an education support officer',
  definition: `Share of ${IN_CARE_AT_END} with an education support officer allocated on it.`,
  population: `${IN_CARE_AT_END}`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: STRATEGY_2019,
  certainty: 'published',
  requirements: ['D-EDU-13'],
  needs: holdsAny(educationServiceInvolvement),
  among: AT_END,
  measure: (child, { period: { end } }) =>
    child.isLookedAfter(end) ? hasService(child, 'support-officer', end) : undefined,
});

const designatedTeacher = defineIndicator({
  id: 'school-with-designated-teacher',
  title: 'Pupils whose school has a designated teacher',
  definition: `Of ${PUPILS}, whose school is on the register of schools, the share whose school has a designated teacher for children in care.`,
  population: `${PUPILS}, whose school is known`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: 'Children and Young Persons Act 2008, section 20; Leicestershire 2008, section 6',
  certainty: 'proposed',
  requirements: ['EDU-08'],
  needs: holdsAny(school),
  among: AT_END,
  measure: (child, { period, history }) => {
    const place = pupilAtEnd(child, period) ? placeOn(child, period.end) : undefined;
    const known = place && schoolById(history, place.school);
    return known && hasDesignatedTeacher(known, period.end);
  },
});

const schoolsWithTeacher = defineIndicator({
  id: 'schools-with-designated-teacher',
  title: 'Schools with a designated teacher',
  definition:
    'Of schools on the register and open on the last day of the period, the share with a designated teacher for children in ' +
    'care on it.',
  population: 'schools on the register, early years settings and colleges left out',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: 'Children and Young Persons Act 2008, section 20; Leicestershire 2008, section 6',
  certainty: 'published',
  requirements: ['EDU-08'],
  needs: holdsAny(school),
  measure: noChild,
  *cases({ history, period: { end } }) {
    for (const one of history.otherRecords(school)) {
      if (!isOpenSchool(one, end) || !needsDesignatedTeacher(one)) continue;
      yield {
        about: one.id,
        numerator: Number(hasDesignatedTeacher(one, end)),
        denominator: 1,
        categories: { setting: one.kind, 'school-location': one.location },
      };
    }
  },
});

const oneToOne = defineIndicator({
  id: 'pupils-with-tuition',
  title: 'Pupils with one-to-one tuition',
  definition: `Number of ${PUPILS}, who had tuition, not in a group, at any time in the period.`,
  population: PUPILS,
  unit: 'count',
  polarity: 'neutral',
  kind: 'flow',
  source: STRATEGY_2019,
  certainty: 'proposed',
  restsOn: [tuition],
  measure: (child, { period }) =>
    (child.records(tuition).some((one) => one.group !== true && duringPeriod(period)(one)) &&
      pupilAtEnd(child, period)) ||
    undefined,
});

const tuitionDelivered = defineIndicator({
  id: 'tuition-hours-delivered',
  title: 'Tuition hours delivered of those planned',
  definition: 'Of hours of tuition planned in courses that began in the period, the share delivered.',
  population: 'hours planned in courses of tuition that began in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: STRATEGY_2019,
  certainty: 'proposed',
  restsOn: [tuition],
  measure: (child, { period }) => {
    let planned = 0;
    let delivered = 0;
    for (const one of child.records(tuition)) {
      if (one.start < period.start || one.start > period.end || one.hoursPlanned === undefined) continue;
      planned += one.hoursPlanned;
      delivered += Math.min(one.hoursDelivered ?? 0, one.hoursPlanned);
    }
    return shareOf(delivered, planned);
  },
});

const equipment = defineIndicator({
  id: 'pupils-with-equipment',
  title: 'Pupils with equipment for learning',
  definition: `Share of ${PUPILS}, who have a computer, internet access or other equipment for learning from the council.`,
  population: PUPILS,
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  source: STRATEGY_2019,
  certainty: 'proposed',
  needs: holdsAny(learningEquipment),
  among: AT_END,
  measure: (child, { period }) =>
    pupilAtEnd(child, period)
      ? child
          .records(learningEquipment)
          .some(
            ({ issued, returned }) =>
              issued <= period.end && !(returned !== undefined && returned <= period.end),
          )
      : undefined,
});

const participates = (child: Child, kind: string, period: Period): boolean =>
  child.records(learningProgramme).some((one) => one.kind === kind && duringPeriod(period)(one));

const mentored = defineIndicator({
  id: 'pupils-mentored',
  title: 'Pupils of Years 9 to 11 with a mentor',
  definition: `Share of ${IN_CARE_AT_END} in Years 9 to 11 who were matched with a mentor at any time in the period.`,
  population: `${IN_CARE_AT_END} in Years 9 to 11`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Leicestershire 2008, section 6',
  certainty: 'proposed',
  requirements: ['EDU-27'],
  needs: holdsAny(learningProgramme),
  among: AT_END,
  measure: (child, { period }) => {
    const group = yearGroupOn(child, period.end);
    return group >= 9 && group <= 11 && child.isLookedAfter(period.end)
      ? participates(child, 'mentoring', period)
      : undefined;
  },
});

const readers = defineIndicator({
  id: 'reading-scheme-participants',
  title: 'Children in a reading scheme',
  definition: `Number of children in care at any time in the period who took part in a reading scheme in it.`,
  population: 'children in care at any time in the period',
  unit: 'count',
  polarity: 'neutral',
  kind: 'flow',
  source: 'Leicestershire 2008, section 5',
  certainty: 'published',
  requirements: ['EDU-28'],
  restsOn: [learningProgramme],
  measure: (child, { period }) =>
    (participates(child, 'reading', period) && child.lookedAfterDuring(period.start, period.end)) ||
    undefined,
});

/** What the profile last known says of a child. */
const profileOn = (child: Child, on: number) =>
  child.records(pupilProfile).filter(({ recorded }) => recorded <= on);

/** Children of three and four who go to a nursery and whose planned school is known: miles between the two. */
export function milesToPlannedSchool(child: Child, on: number): number | undefined {
  const age = child.ageOn(on);
  const place = (age === 3 || age === 4) && child.isLookedAfter(on) ? placeOn(child, on) : undefined;
  if (place === undefined || codeSets.SCHOOL_KIND.group(place.setting) !== 'early-years') return undefined;
  return profileOn(child, on).findLast(({ milesToPlannedSchool: miles }) => miles !== undefined)
    ?.milesToPlannedSchool;
}

const nearPlannedSchool = defineIndicator({
  id: 'nursery-near-planned-school',
  title: 'Nursery near the primary school to come',
  definition:
    'Of children in care aged 3 or 4 at an early years setting whose distance to the planned primary school is known, the ' +
    'share no farther from it than 2 miles (the council’s parameter).',
  population: 'children in care aged 3 or 4 at an early years setting, the distance known',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: 'Derby 2012, annex 6.1g',
  certainty: 'proposed',
  requirements: ['EDU-23'],
  needs: holdsAny(pupilProfile),
  among: AT_END,
  measure: (child, { period, parameter }) => {
    const miles = milesToPlannedSchool(child, period.end);
    return miles === undefined ? undefined : miles <= parameter('near-planned-school-miles');
  },
});

const ready = defineIndicator({
  id: 'school-ready',
  title: 'Ready for school',
  definition:
    'Of children in care in Reception on the last day of the period who were judged, the share judged ready for school.',
  population: 'children in care in Reception, judged ready or not',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: 'Derby 2012, 6.1.4c',
  certainty: 'proposed',
  requirements: ['EDU-24'],
  needs: holdsAny(pupilProfile),
  among: AT_END,
  measure: (child, { period: { end } }) =>
    yearGroupOn(child, end) === 0 && child.isLookedAfter(end)
      ? profileOn(child, end).findLast(({ schoolReady }) => schoolReady !== undefined)?.schoolReady
      : undefined,
});

const expectedProgress = defineIndicator({
  id: 'expected-progress',
  title: 'Progress as expected or better',
  definition:
    'Of judgements of progress since the starting point made by schools in the period, the last of each pupil and subject, ' +
    'the share that is as expected or better.',
  population: 'pupils in care and subjects with a judgement of progress in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Derby 2012, 6.1.1 and 6.1.3c',
  certainty: 'proposed',
  requirements: ['EDU-16'],
  needs: holdsAny(attainment),
  among: AT_END,
  measure: (child, { period }) => {
    if (!ofSchoolAge(child, period.end) || !child.isLookedAfter(period.end)) return undefined;
    const latest = new Map(
      child
        .records(attainment)
        .filter(({ taken, progress }) => progress !== undefined && within(taken, period))
        .map(({ subject, progress }) => [subject, progress]),
    );
    return shareOf([...latest.values()].filter((one) => one !== 'less-than-expected').length, latest.size);
  },
});

/** What helps: people, tuition, equipment, schemes, and how children progress. */
export const supportIndicators = [
  supportOfficer,
  designatedTeacher,
  schoolsWithTeacher,
  oneToOne,
  tuitionDelivered,
  equipment,
  mentored,
  readers,
  nearPlannedSchool,
  ready,
  expectedProgress,
];
