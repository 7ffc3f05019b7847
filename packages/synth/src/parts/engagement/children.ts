import { type Child, type Day, financialYear, financialYearOf, type Inside } from '@cic/core';
import {
  type AdvocacyReferral,
  advocacyReferral,
  type CultureBarrier,
  cultureBarrier,
  type GroupMembership,
  groupMembership,
  type IndependentVisitor,
  type Interpretation,
  independentVisitor,
  interpretation,
  type LeisureEntitlement,
  leisureEntitlement,
} from '@cic/plugin-engagement/records';
import type { Random } from '../../random/random.ts';
import { type PartOptions, partPerChild } from '../part.ts';

/** The children in care council of every synthetic council. */
export const COUNCIL_OF_CHILDREN = 'our-voice';

interface Stay {
  readonly from: Day;
  /** Last day in care that is known. */
  readonly until: Day;
}

/** Time in care within the years wanted; stays of less than two months leave no trace here. */
export const stays = (child: Child, { from, until }: PartOptions): Stay[] =>
  child.periodsOfCare
    .map(({ start, end }) => ({ from: Math.max(start, from), until: Math.min(end - 1, until) }))
    .filter((stay) => stay.until - stay.from >= 60);

/** A day so many days later, where that is still in care and known. */
const later = (day: Day, days: number, { until }: Stay): Day | undefined =>
  day + days <= until ? day + days : undefined;

const known = <K extends string>(key: K, day: Day | undefined): { [P in K]?: Day } =>
  (day === undefined ? {} : { [key]: day }) as { [P in K]?: Day };

/** One child in twelve each stay is referred to an advocate; contact within days, help within weeks. (p) */
function* referrals(child: Child, random: Random, options: PartOptions): Generator<Inside<AdvocacyReferral>> {
  for (const stay of stays(child, options)) {
    if (!random.chance(0.08)) continue;
    const referred = random.dayBetween(stay.from, stay.until - 40);
    const contact = random.int(1, 9);
    const provided = later(referred, contact + random.int(2, 14), stay);
    const ended = later(referred, random.int(40, 120), stay);
    yield {
      child: child.id,
      referred,
      by: random.pick(['child', 'social-worker', 'reviewing-officer', 'carer'] as const),
      channel: random.chance(0.6) ? 'case-system' : 'phone',
      reason: random.pick(['review', 'placement', 'family-time', 'complaint'] as const),
      ...known('firstContact', later(referred, contact, stay)),
      ...known('provided', provided),
      ...(ended === undefined || provided === undefined ? {} : { ended, outcome: 'resolved' as const }),
    };
  }
}

/** An independent visitor is considered for children of eight or over who see little of their family. (p) */
function* visitors(
  child: Child,
  random: Random,
  options: PartOptions,
): Generator<Inside<IndependentVisitor>> {
  const stay = stays(child, options).at(-1);
  if (!stay || !(child.ageOn(stay.from) >= 8) || !random.chance(0.12)) return;
  const considered = random.dayBetween(stay.from, stay.until - 30);
  const wanted = random.chance(0.7);
  const matched = wanted ? later(considered, random.int(25, 110), stay) : undefined;
  yield {
    child: child.id,
    considered,
    wanted,
    ...(matched === undefined ? {} : { matched, visitor: `IV-${random.int(1, 40)}` }),
  };
}

/** Unaccompanied children need an interpreter, at first. */
function* interpreters(
  child: Child,
  random: Random,
  options: PartOptions,
): Generator<Inside<Interpretation>> {
  for (const stay of stays(child, options)) {
    if (!child.unaccompaniedOn(stay.from)) continue;
    const needed = stay.from + random.int(0, 10);
    yield {
      child: child.id,
      needed,
      language: random.pick(['tigrinya', 'pashto', 'kurdish-sorani', 'albanian', 'arabic'] as const),
      purpose: 'review',
      ...known('provided', later(needed, random.int(0, 6), stay)),
    };
  }
}

/** A leisure pass for the year to most children of five or over, tickets to some. (p) */
function* leisure(child: Child, random: Random, options: PartOptions): Generator<Inside<LeisureEntitlement>> {
  for (const stay of stays(child, options)) {
    for (let year = financialYearOf(stay.from); year <= financialYearOf(stay.until); year++) {
      const { start, end } = financialYear(year);
      const issued = Math.max(start, stay.from) + random.int(0, 30);
      if (issued > Math.min(end, stay.until) || !(child.ageOn(issued) >= 5)) continue;
      if (random.chance(0.75)) {
        yield {
          child: child.id,
          kind: 'leisure-pass',
          holder: 'child',
          issued,
          expires: end,
          used: random.chance(0.7) ? random.int(1, 40) : 0,
        };
      }
      if (random.chance(0.15)) {
        yield {
          child: child.id,
          kind: 'performance-ticket',
          holder: 'child',
          issued,
          tickets: 2,
          used: random.int(0, 2),
        };
      }
    }
  }
}

function* barriers(child: Child, random: Random, options: PartOptions): Generator<Inside<CultureBarrier>> {
  const stay = stays(child, options).at(-1);
  if (!stay || !(child.ageOn(stay.from) >= 8) || !random.chance(0.05)) return;
  const identified = random.dayBetween(stay.from, stay.until - 30);
  yield {
    child: child.id,
    identified,
    barrier: random.pick(['cost', 'transport', 'confidence', 'information'] as const),
    activity: 'drama',
    ...known('removed', later(identified, random.int(10, 90), stay)),
  };
}

/** One in fifteen of those aged nine and over is a member of the children in care council while in care. (p) */
function* members(child: Child, random: Random, options: PartOptions): Generator<Inside<GroupMembership>> {
  const stay = stays(child, options).find(({ from }) => child.ageOn(from) >= 9);
  if (!stay || !random.chance(0.07)) return;
  const joined = random.dayBetween(stay.from, stay.until - 30);
  yield {
    child: child.id,
    group: COUNCIL_OF_CHILDREN,
    joined,
    role: random.chance(0.1) ? 'chair' : 'member',
    ...(stay.until < options.until ? { left: stay.until } : {}),
    ...(random.chance(0.3)
      ? { support: [{ kind: 'transport' as const, provided: random.chance(0.9) }] }
      : {}),
  };
}

export const childParts = [
  partPerChild('engagement members', groupMembership, members),
  partPerChild('engagement advocacy', advocacyReferral, referrals),
  partPerChild('engagement visitors', independentVisitor, visitors),
  partPerChild('engagement interpreters', interpretation, interpreters),
  partPerChild('engagement leisure', leisureEntitlement, leisure),
  partPerChild('engagement barriers', cultureBarrier, barriers),
];
