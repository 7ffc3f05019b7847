import { addMonths, addWorkingDays, type Day, type Inside, recordInput } from '@cic/core';
import { type PanelDecision, panelDecision } from '@cic/core/records';
import {
  type Allegation,
  allegation,
  type CategoryOfAbuseCode,
  type ChildProtectionPlan,
  type Complaint,
  childProtectionPlan,
  complaint,
  type Dispute,
  dispute,
  type OutcomeOfAllegationCode,
  type Section47Enquiry,
  type SeriousIncident,
  section47Enquiry,
  seriousIncident,
  type ThemeOfDisputeCode,
} from '@cic/plugin-safeguarding/records';
import type { Random, Weighted } from '../../random/random.ts';
import { partPerChild, type SynthPart } from '../part.ts';
import { dated, yearsInCare } from './known.ts';

/** Chances in a year in care, or of a placement or period of care where so named. (p) */
const DISPUTE = 0.07;
const COMPLAINT = 0.04;
const ALLEGATION_IN_PLACEMENT = 0.03;
const SERIOUS_INCIDENT = 0.012;
const ENQUIRY_IN_CARE = 0.02;
const FROM_A_PLAN = 0.45;
const AT_PANEL = 0.06;

const THEMES: Weighted<ThemeOfDisputeCode> = [
  ['drift', 30],
  ['care-plan', 18],
  ['placement', 14],
  ['review-papers', 12],
  ['family-time', 8],
  ['education', 6],
  ['health', 5],
  ['visits', 5],
  ['leaving-care', 2],
];

const CATEGORIES: Weighted<CategoryOfAbuseCode> = [
  ['neglect', 48],
  ['emotional', 38],
  ['physical', 7],
  ['sexual', 4],
  ['multiple', 3],
];

const OUTCOMES: Weighted<OutcomeOfAllegationCode> = [
  ['unsubstantiated', 45],
  ['unfounded', 25],
  ['substantiated', 22],
  ['false', 6],
  ['malicious', 2],
];

/** Answered by the team manager for most; the others go up a stage after some weeks. */
function disputeOf(child: string, raised: Day, random: Random, until: Day): Inside<Dispute> {
  const opened = {
    child,
    raised,
    theme: random.weighted(THEMES),
    raisedBy: 'Independent reviewing officer',
    formal: true,
  };
  const soon = random.chance(0.7);
  const up = addWorkingDays(raised, 15);
  const resolved = soon ? raised + random.int(5, 25) : up + random.int(7, 40);
  const closed =
    resolved <= until
      ? {
          resolved,
          outcome: random.weighted([
            ['resolved', 80],
            ['partly', 15],
            ['withdrawn', 5],
          ] as const),
        }
      : {};
  if (soon || up > until) return { ...opened, stage: 'team-manager', ...closed };
  return {
    ...opened,
    stage: 'service-manager',
    escalations: [{ stage: 'service-manager', on: up, due: addWorkingDays(up, 20) }],
    ...closed,
  };
}

const disputes = partPerChild('disputes', dispute, function* (child, random, options): Generator<
  Inside<Dispute>
> {
  for (const { start, end } of yearsInCare(child, options)) {
    if (random.chance(DISPUTE))
      yield disputeOf(child.id, random.dayBetween(start, end), random, options.until);
  }
});

const complaints = partPerChild('complaints', complaint, function* (child, random, options): Generator<
  Inside<Complaint>
> {
  const { until } = options;
  for (const { start, end } of yearsInCare(child, options)) {
    const received = random.dayBetween(start, end);
    if (child.ageOn(received) < 8 || !random.chance(COMPLAINT)) continue;
    const about = random.pick(['placement', 'family-time', 'social-worker', 'plan', 'money'] as const);
    const responded = addWorkingDays(received, random.chance(0.8) ? random.int(3, 10) : random.int(11, 25));
    const answered = responded <= until;
    yield {
      child: child.id,
      received,
      stage: '1',
      about,
      complainant: random.pick(['child', 'advocate', 'parent'] as const),
      advocate: random.chance(0.6),
      ...(answered
        ? { responded, outcome: random.pick(['upheld', 'partly-upheld', 'not-upheld', 'withdrawn'] as const) }
        : {}),
    };
    const further = responded + random.int(5, 20);
    if (further <= until && random.chance(0.12)) {
      const panel = addWorkingDays(further, random.int(15, 40));
      yield {
        child: child.id,
        received: further,
        stage: '2',
        about,
        complainant: 'advocate',
        advocate: true,
        ...(panel <= until ? { responded: panel, outcome: 'partly-upheld' } : {}),
      };
    }
  }
});

const allegations = partPerChild('allegations', allegation, function* (child, random, options): Generator<
  Inside<Allegation>
> {
  const { from, until } = options;
  for (const { start, end, lastEpisode } of child.placements) {
    const [first, last] = [Math.max(start, from - 365), Math.min(end - 1, until)];
    const fostered = lastEpisode.placementType.startsWith('U');
    if (
      first > last ||
      !(fostered || lastEpisode.placementType === 'K2') ||
      !random.chance(ALLEGATION_IN_PLACEMENT)
    )
      continue;
    const raised = random.dayBetween(first, last);
    const concluded = raised + random.int(10, 90);
    yield {
      child: child.id,
      raised,
      against: fostered ? 'foster-carer' : 'residential-worker',
      category: random.weighted(CATEGORIES),
      ...dated(
        'designatedOfficerTold',
        addWorkingDays(raised, random.chance(0.85) ? random.int(0, 1) : 3),
        until,
      ),
      section47: random.chance(0.4),
      childMoved: random.chance(0.15),
      ...(concluded <= until ? { concluded, outcome: random.weighted(OUTCOMES) } : {}),
    };
  }
});

const incidents = partPerChild(
  'serious incidents',
  seriousIncident,
  function* (child, random, options): Generator<Inside<SeriousIncident>> {
    for (const { start, end } of yearsInCare(child, options)) {
      if (!random.chance(SERIOUS_INCIDENT)) continue;
      const occurred = random.dayBetween(start, end);
      const notified = addWorkingDays(occurred, random.chance(0.85) ? random.int(1, 5) : random.int(6, 12));
      yield {
        child: child.id,
        occurred,
        kind: random.pick(['serious-harm', 'self-harm', 'abuse', 'restraint'] as const),
        known: occurred,
        ...dated('notified', notified, options.until),
        ...dated('rapidReview', addWorkingDays(notified, 15), options.until),
      };
    }
  },
);

/** Enquiries and plans, most of them on the way into care; an enquiry for some children in care. */
const protection: SynthPart = {
  id: 'child protection',
  make: (care, random, options) => {
    const enquiries: Inside<Section47Enquiry>[] = [];
    const plans: Inside<ChildProtectionPlan>[] = [];
    const { from, until } = options;
    for (const child of care.children) {
      const own = random.fork(child.id);
      const [first] = child.periodsOfCare;
      const planned = first ? first.start - own.int(20, 450) : Number.NaN;
      if (first && first.end > from && planned > child.born + 30 && own.chance(FROM_A_PLAN)) {
        const category = own.weighted(CATEGORIES);
        const begun = addWorkingDays(planned, own.chance(0.8) ? -own.int(8, 15) : -own.int(16, 25));
        enquiries.push({
          child: child.id,
          start: begun,
          end: planned - 1,
          outcome: 'conference',
          conference: planned,
          conferenceOutcome: true,
        });
        plans.push({
          child: child.id,
          start: planned,
          ...dated('end', first.start + own.int(0, 60), until),
          initialCategory: category,
          latestCategory: category,
        });
      }
      for (const { start, end } of yearsInCare(child, options)) {
        if (!own.chance(ENQUIRY_IN_CARE)) continue;
        const day = own.dayBetween(start, end);
        const done = day + own.int(5, 20);
        enquiries.push({
          child: child.id,
          start: day,
          ...(done <= until
            ? { end: done, outcome: own.pick(['support', 'no-further-action'] as const) }
            : {}),
        });
      }
    }
    return [
      recordInput({ type: section47Enquiry, inside: enquiries }),
      recordInput({ type: childProtectionPlan, inside: plans }),
    ];
  },
};

const panels = partPerChild('resource panel', panelDecision, function* (child, random, options): Generator<
  Inside<PanelDecision>
> {
  for (const { start, end } of yearsInCare(child, options)) {
    const held = random.dayBetween(start, end);
    if (!random.chance(AT_PANEL)) continue;
    yield {
      child: child.id,
      panel: 'resource-panel',
      held,
      recommendation: 'A placement with more support.',
      ...(random.chance(0.95)
        ? { decision: random.pick(['Agreed.', 'Agreed for six months.', 'To come back.']) }
        : {}),
      ...dated('confirmed', addMonths(held, 1), options.until),
    };
  }
});

export const concernParts: readonly SynthPart[] = [
  disputes,
  complaints,
  allegations,
  incidents,
  protection,
  panels,
];
