import { addMonths, addYears, dayOf, formatIsoDate } from '@cic/core';
import {
  type AwardNomination,
  awardNomination,
  type GroupMembership,
  groupMembership,
  type LeisureEntitlement,
  leisureEntitlement,
  participationGroup,
} from '@cic/plugin-engagement/records';
import {
  computerIssue,
  drivingLessons,
  ringFencedOffer,
  type WorkPlacement,
  workPlacement,
} from '@cic/plugin-leaving-care/records';
import type { Random, TypedRecords } from '@cic/synth';
import { type Career, REPORTED } from './careers.ts';

/** What the text prints of taking part, leisure, work and driving. */
const PRINTED = {
  members: { before: 9, now: 22, aged9to11: 5 },
  passes: 141,
  tickets: 27,
  nominations: 118,
  drivers: { used: 24, passed: 5, passPlus: 2 },
  mentored: { placed: 10, work: 3, college: 5, preparing: 5 },
  aprilDay: 7,
  summer: { placed: 11, jobs: 1 },
  computersPerMonth: 2,
} as const;

const ageOn = ({ born }: Career, on: number): number => {
  let age = 0;
  while (addYears(born, age + 1) <= on) age++;
  return age;
};
const GROUP = 't2c';

/** Nine teenagers the year before, most of whom stay, and the younger children who joined since. */
function memberships(inCare: readonly Career[]): GroupMembership[] {
  const aged = (from: number, to: number) =>
    inCare.filter((one) => ageOn(one, REPORTED) >= from && ageOn(one, REPORTED) <= to);
  const year = dayOf(2007, 10, 31);
  const { before, now, aged9to11 } = PRINTED.members;
  const older = aged(16, 17).filter(({ start }) => start < year - 60);
  const younger = aged(9, 11);
  const joinedNow = [...younger.slice(0, aged9to11), ...aged(12, 15).slice(0, now - before - aged9to11)];
  return [
    ...older
      .slice(0, before)
      .map(({ id }): GroupMembership => ({ child: id, group: GROUP, joined: '2007-10-20' })),
    ...joinedNow.map(({ id }): GroupMembership => ({ child: id, group: GROUP, joined: '2008-10-25' })),
  ];
}

function leisure(inCare: readonly Career[]): LeisureEntitlement[] {
  const holders = Array.from({ length: PRINTED.passes }, (_, i): LeisureEntitlement => {
    const ofChild = i % 3 < 2;
    return {
      child: inCare[Math.floor(i / 3) * 2 + (ofChild ? i % 3 : 0)]!.id,
      kind: 'leisure-pass',
      holder: ofChild ? 'child' : 'carer',
      issued: '2008-10-27',
      expires: '2009-03-31',
    };
  });
  const year = inCare.filter(({ start }) => start < dayOf(2008, 2, 1));
  const tickets = year.slice(0, PRINTED.tickets).map(
    ({ id }, i): LeisureEntitlement => ({
      child: id,
      kind: 'performance-ticket',
      holder: 'child',
      issued: formatIsoDate(dayOf(2008, 2 + (i % 4), 10)),
      tickets: 1,
    }),
  );
  return [...holders, ...tickets];
}

/** Work placements of older young people, by scheme and outcome. */
function workPlacements(older: readonly Career[]): WorkPlacement[] {
  const { mentored, aprilDay, summer } = PRINTED;
  const at = (i: number) => older[i % older.length]!.id;
  const outcomes: WorkPlacement['outcome'][] = Array.from({ length: mentored.placed }, (_, i) =>
    i < mentored.work ? 'work' : i < mentored.work + mentored.college ? 'college' : 'unknown',
  );
  return [
    ...outcomes.map(
      (outcome, i): WorkPlacement => ({
        child: at(i),
        scheme: 'mentored',
        start: '2008-03-03',
        end: '2008-05-30',
        ...(outcome === undefined ? {} : { outcome }),
      }),
    ),
    ...Array.from(
      { length: mentored.preparing },
      (_, i): WorkPlacement => ({ child: at(i + 10), scheme: 'mentored', preparing: '2008-10-06' }),
    ),
    ...Array.from(
      { length: aprilDay },
      (_, i): WorkPlacement => ({
        child: at(i + 15),
        scheme: 'april-day',
        start: '2008-04-24',
        end: '2008-04-25',
      }),
    ),
    ...Array.from(
      { length: summer.placed },
      (_, i): WorkPlacement => ({
        child: at(i + 22),
        scheme: 'summer',
        start: '2008-07-28',
        end: '2008-08-08',
        ...(i < summer.jobs ? { jobOffered: true, jobAccepted: true } : {}),
      }),
    ),
  ];
}

/** Records of taking part, leisure and work, as the text of the report counts them. */
export function participationRecords(careers: readonly Career[], random: Random): TypedRecords[] {
  const inCare = random.shuffled(careers.filter(({ start, end }) => start <= REPORTED && end > REPORTED));
  const older = inCare.filter((one) => ageOn(one, REPORTED) >= 16 && one.start < dayOf(2008, 2, 1));
  const { drivers, nominations, computersPerMonth } = PRINTED;
  return [
    {
      type: participationGroup,
      records: [
        {
          id: GROUP,
          kind: 'children-in-care-council',
          title: 'T2C',
          established: '2006-04-01',
          meets: 'monthly',
        },
      ],
    },
    { type: groupMembership, records: memberships(inCare) },
    { type: leisureEntitlement, records: leisure(inCare) },
    {
      type: awardNomination,
      records: inCare.slice(0, nominations).map(
        ({ id }): AwardNomination => ({
          child: id,
          scheme: 'celebration-of-achievement',
          nominated: '2008-10-24',
        }),
      ),
    },
    { type: workPlacement, records: workPlacements(older) },
    {
      type: drivingLessons,
      records: older.slice(-drivers.used).map(({ id }, i) => ({
        child: id,
        started: '2008-05-06',
        ...(i < drivers.passed ? { passed: '2008-09-15' } : {}),
        ...(i < drivers.passPlus ? { passPlus: '2008-10-13' } : {}),
      })),
    },
    {
      type: computerIssue,
      records: Array.from({ length: 12 }, (_, month) =>
        older.slice(0, computersPerMonth).map(({ id }) => ({
          child: id,
          issued: formatIsoDate(addMonths(dayOf(2007, 11, 12), month)),
          recipient: 'in-care',
        })),
      ).flat(),
    },
    {
      type: ringFencedOffer,
      records: [
        {
          id: 'corporate-parenting-post',
          kind: 'post',
          opened: '2008-04-01',
          posts: 1,
          organisation: 'Corporate Parenting Team',
          trainingInWorkingTime: true,
        },
      ],
    },
  ] as unknown as TypedRecords[];
}
