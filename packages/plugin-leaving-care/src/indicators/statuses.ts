import { defineIndicator, type MeasuredIndicator, openOn, within } from '@cic/core';
import { CARE_LEAVER_AGES, CARE_LEAVERS, careLeaverAt, servedStatus } from '../facts/people.ts';
import { careLeaverAccommodation, custody, immigrationStatus, parenthood } from '../generated/records.ts';
import { ACT, DERBY, LEICESTERSHIRE, STRATEGY, SUFFICIENCY } from '../sources.ts';
import { changeOn, statusOn, wasUnaccompanied } from '../status/status.ts';
import { counting, ofCareLeavers } from './shared.ts';

const careLeavers = counting(
  {
    id: 'care-leavers',
    title: 'Care leavers',
    definition: 'Relevant and former relevant young people on the last day of the period, 16 to 25.',
    population: CARE_LEAVERS,
    kind: 'stock',
    source: ACT,
    requirements: ['D-LEA-01', 'D-LEA-12', 'LVC-01'],
    ages: CARE_LEAVER_AGES,
  },
  (child, context) => (careLeaverAt(child, context.period.end, context) ? true : undefined),
);

const aged17To21 = counting(
  {
    id: 'care-leavers-17-21',
    title: 'Care leavers aged 17 to 21',
    definition: 'Relevant and former relevant young people aged 17 to 21 on the last day of the period.',
    population: `${CARE_LEAVERS}, aged 17 to 21`,
    kind: 'stock',
    source: `${STRATEGY}, data set; ${SUFFICIENCY}`,
    certainty: 'published',
    requirements: ['D-LEA-02', 'D-LEA-12'],
    ages: [17, 21],
  },
  (child, context) => (careLeaverAt(child, context.period.end, context, [17, 21]) ? true : undefined),
);

/** Everybody with a leaving care status, eligible and qualifying young people too. */
const withStatus = counting(
  {
    id: 'young-people-with-leaving-care-status',
    title: 'Young people with a leaving care status',
    definition:
      'Eligible, relevant, former relevant and qualifying young people on the last day of the period, 16 to 25, each by the one status held then.',
    population:
      'eligible, relevant, former relevant and qualifying young people on the last day of the period',
    kind: 'stock',
    source: ACT,
    requirements: ['D-LEA-01', 'D-LEA-12'],
    ages: CARE_LEAVER_AGES,
  },
  (child, context) => (servedStatus(child, context.period.end, context) ? true : undefined),
);

const newCareLeavers = counting(
  {
    id: 'new-care-leavers',
    title: 'New care leavers',
    definition: 'Young people who became relevant or former relevant in the period for the first time.',
    population: 'young people who became relevant or former relevant in the period',
    source: `${SUFFICIENCY} (about 88 a year)`,
    requirements: ['D-LEA-04'],
    ages: CARE_LEAVER_AGES,
  },
  (child, { period }) => {
    const change = changeOn(child, period.end);
    if (!change || change.on < period.start) return undefined;
    const before = statusOn(child, period.start - 1);
    const now = change.status;
    const isLeaver = now === 'relevant' || now === 'former-relevant';
    return isLeaver && before !== 'relevant' && before !== 'former-relevant' ? true : undefined;
  },
);

const leftBefore18 = defineIndicator({
  id: 'left-care-before-18',
  title: 'Young people who left care before 18',
  definition:
    'Of young people of 16 and over who left care in the period, the share who left before their 18th birthday. Those who died, were adopted or passed to another authority are left out; whoever came back and left again counts by the last time.',
  population: 'young people of 16 and over who left care in the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['LVC-22'],
  among: 'looked after in the period',
  measure: (child, { period }) => {
    const last = child.periodsOfCare.findLast(({ end }) => within(end, period));
    if (!last || !(child.ageOn(last.end) >= 16)) return undefined;
    if (['E2', 'E3', 'E11', 'E12'].includes(last.lastEpisode.reasonEpisodeCeased)) return undefined;
    return { numerator: last.end < child.birthday(18) ? 1 : 0, denominator: 1, on: last.end };
  },
});

const unaccompanied = counting(
  {
    id: 'uasc-care-leavers',
    title: 'Care leavers who came as unaccompanied asylum-seeking children',
    definition:
      'Relevant and former relevant young people on the last day of the period who were unaccompanied asylum-seeking children when first in care, whatever was decided since.',
    population: CARE_LEAVERS,
    kind: 'stock',
    source: LEICESTERSHIRE,
    certainty: 'published',
    requirements: ['LVC-16', 'D-LEA-31'],
    ages: CARE_LEAVER_AGES,
  },
  (child, context) =>
    careLeaverAt(child, context.period.end, context) && wasUnaccompanied(child) ? true : undefined,
);

/** The last immigration status that began by a day. */
const immigrationOn = (child: Parameters<typeof wasUnaccompanied>[0], on: number) =>
  child.records(immigrationStatus).findLast(({ from }) => from <= on);

const UNACCOMPANIED = `${CARE_LEAVERS} who were unaccompanied asylum-seeking children when first in care`;

const decided = ofCareLeavers(
  {
    id: 'uasc-care-leavers-decided',
    title: 'Formerly unaccompanied care leavers with a decision',
    definition: `Of ${UNACCOMPANIED}, the share with a decision on their stay.`,
    population: UNACCOMPANIED,
    source: LEICESTERSHIRE,
    requirements: ['LVC-16', 'D-LEA-31'],
    needs: (history) => (history.recordsOf(immigrationStatus.id)?.size ?? 0) > 0,
  },
  (child, on) => {
    if (!wasUnaccompanied(child)) return undefined;
    const last = immigrationOn(child, on);
    return last !== undefined && last.status !== 'claim-pending' && last.status !== 'refused-appeal';
  },
);

const decidedEarly = ofCareLeavers(
  {
    id: 'uasc-care-leavers-decided-early',
    title: 'Formerly unaccompanied care leavers with a decision before 18',
    definition: `Of ${UNACCOMPANIED}, the share with a first decision on their stay before the 18th birthday.`,
    population: UNACCOMPANIED,
    source: LEICESTERSHIRE,
    requirements: ['LVC-16'],
    needs: (history) => (history.recordsOf(immigrationStatus.id)?.size ?? 0) > 0,
  },
  (child, on) => {
    if (!wasUnaccompanied(child)) return undefined;
    const day = child.records(immigrationStatus).find((one) => one.decided !== undefined)?.decided;
    return day !== undefined && day <= on && day < child.birthday(18);
  },
);

const inCustody = ofCareLeavers(
  {
    id: 'care-leavers-in-custody',
    title: 'Care leavers in custody',
    definition: `Of ${CARE_LEAVERS}, the share remanded or sentenced on that day, or living in custody.`,
    polarity: 'lower',
    source: `${ACT}; OC3 accommodation code X`,
    requirements: ['D-LEA-06'],
    needs: (history) =>
      (history.recordsOf(custody.id)?.size ?? 0) > 0 ||
      (history.recordsOf(careLeaverAccommodation.id)?.size ?? 0) > 0,
  },
  (child, on) =>
    child.records(custody).some((one) => openOn(one, on)) ||
    child.records(careLeaverAccommodation).findLast((one) => openOn(one, on))?.kind === 'X',
);

const parents = ofCareLeavers(
  {
    id: 'care-leavers-parents',
    title: 'Care leavers who are parents',
    definition: `Of ${CARE_LEAVERS}, the share who are parents on that day.`,
    polarity: 'neutral',
    source: DERBY,
    needs: (history) => (history.recordsOf(parenthood.id)?.size ?? 0) > 0,
  },
  (child, on) =>
    child.records(parenthood).some(({ since, until }) => since <= on && (until === undefined || until > on)),
);

/** Who the young people are. */
export const statusIndicators: readonly MeasuredIndicator[] = [
  careLeavers,
  aged17To21,
  withStatus,
  newCareLeavers,
  leftBefore18,
  unaccompanied,
  decided,
  decidedEarly,
  inCustody,
  parents,
];
