import { academicYearOf, type Child, type Day, dayOf, type Inside } from '@cic/core';
import type { Enrolment, SchoolMoveRequest } from '@cic/plugin-education/records';
import type { Random, Weighted } from '../../random/random.ts';
import type { Phase, SyntheticSchool } from './schools.ts';

/** First year group of each phase, as years after Reception. */
const PHASES: readonly (readonly [phase: Phase, firstYear: number])[] = [
  ['nursery', -1],
  ['primary', 0],
  ['secondary', 7],
  ['post-16', 12],
];

/** The day a child begins a year group: 2 September or the days after. */
const beginsYear = (child: Child, yearGroup: number): Day =>
  dayOf(academicYearOf(child.born) + 4 + yearGroup, 9, 2);

/** How likely a change of placement brings a change of school; less in Key Stage 4. (p) */
const SCHOOL_CHANGES = 0.3;
const SCHOOL_CHANGES_IN_KEY_STAGE_4 = 0.08;
const OUT_WITH_PLACEMENT = 0.7;

const OUTCOMES: Weighted<NonNullable<Enrolment['outcomeOfMove']>> = [
  ['settled', 7],
  ['unsettled', 2],
  ['broke-down', 1],
];

export interface SchoolCareer {
  readonly places: readonly Inside<Enrolment>[];
  readonly requests: readonly Inside<SchoolMoveRequest>[];
}

interface Stay {
  readonly school: SyntheticSchool;
  readonly start: Day;
  readonly move?: { readonly outcome: NonNullable<Enrolment['outcomeOfMove']>; readonly keyStage4: boolean };
}

/** Where a child is at school from nursery to 18: a school for each phase, and another after some moves of placement. */
function staysOf(child: Child, schools: readonly SyntheticSchool[], random: Random, until: Day): Stay[] {
  const choose = (phase: Phase, out: boolean, not?: SyntheticSchool): SyntheticSchool => {
    const there = schools.filter((one) => one.phase === phase && one !== not);
    const near = there.filter(({ location }) => location === (out ? 'OUT' : 'IN'));
    return random.pick(near.length > 0 ? near : there);
  };
  const placedOut = (on: Day): boolean =>
    child.episodeOn(on)?.placementLocation === 'OUT' && random.chance(OUT_WITH_PLACEMENT);
  const stays: Stay[] = [];
  for (const [i, [phase, firstYear]] of PHASES.entries()) {
    const start = beginsYear(child, firstYear) + random.int(0, 3);
    const end = beginsYear(child, PHASES[i + 1]?.[1] ?? 14);
    if (start > until) break;
    let school = choose(phase, placedOut(start));
    stays.push({ school, start });
    if (phase === 'nursery' || phase === 'post-16') continue;
    for (const placement of child.placements) {
      const on = placement.start + random.int(0, 25);
      const keyStage4 = on >= beginsYear(child, 10) && on < beginsYear(child, 12);
      // A move in the weeks around the change of phase is the change of phase.
      if (on <= stays.at(-1)!.start + 40 || on >= end - 40 || on > until || on >= placement.end) continue;
      if (!random.chance(keyStage4 ? SCHOOL_CHANGES_IN_KEY_STAGE_4 : SCHOOL_CHANGES)) continue;
      school = choose(phase, placedOut(on), school);
      stays.push({ school, start: on, move: { outcome: random.weighted(OUTCOMES), keyStage4 } });
    }
  }
  return stays;
}

/** Days between leaving one school and starting at the next after a move. (p) */
const withoutSchool = (random: Random): number => (random.chance(0.6) ? 0 : random.int(1, 30));

/**
 * Enrolments and requests to move, as far as they touch the child's care. Every move in Key Stage 4 has the agreement of
 * senior management before it.
 */
export function careerOf(
  child: Child,
  schools: readonly SyntheticSchool[],
  random: Random,
  until: Day,
): SchoolCareer {
  const places: Inside<Enrolment>[] = [];
  const requests: Inside<SchoolMoveRequest>[] = [];
  const stays = staysOf(child, schools, random, until);
  stays.forEach(({ school, start, move }, i) => {
    const next = stays[i + 1];
    const gap = next?.move ? withoutSchool(random) : 0;
    const end = next === undefined ? beginsYear(child, 14) : Math.max(start + 1, next.start - gap);
    if (!child.lookedAfterDuring(start, Math.min(end, until))) return;
    places.push({
      child: child.id,
      school: school.id,
      setting: school.kind,
      start,
      ...(end <= until ? { end } : {}),
      ...(school.location ? { location: school.location } : {}),
      ...(school.kind === 'pupil-referral-unit' ? { hoursPerWeek: 20 } : {}),
      ...(move ? { reasonForMove: 'placement-move', outcomeOfMove: move.outcome } : {}),
      ...(move === undefined && i > 0 ? { reasonForMove: 'phase-transfer' } : {}),
    });
    if (move === undefined || !(move.keyStage4 || random.chance(0.8))) return;
    const requested = start - random.int(10, 40);
    const decided = requested + random.int(2, 9);
    requests.push({
      child: child.id,
      requested,
      requestedBy: 'Social worker',
      fromSchool: stays[i - 1]!.school.id,
      toSchool: school.id,
      reason: 'placement-move',
      placementMove: true,
      scrutinisedBy: 'Admissions team',
      challenged: random.chance(0.6),
      decision: 'approved',
      decided,
      decidedBy: 'Head of the virtual school',
      ...(move.keyStage4 ? { seniorAgreement: decided } : {}),
      moved: start,
    });
  });
  return { places, requests };
}
