import {
  addMonths,
  bands,
  type CareHistory,
  type Child,
  columns,
  type Day,
  formatIsoDate,
  type ListDefinition,
  type MeasureContext,
  OPEN,
} from '@cic/core';
import {
  type Household,
  householdsOf,
  isWaiting,
  stateOn,
  WAITS,
  waitBand,
  waitingSince,
} from '../adopters/households.ts';
import { panelGaps } from '../adopters/panels.ts';
import { codeSets } from '../generated/codeSets.ts';
import { adoptionPanel, adoptiveFamily } from '../generated/records.ts';
import { harderToPlace } from '../journey/siblings.ts';
import { openPlan } from '../journey/steps.ts';
import { livesInAreaOn, supportDuty } from '../support/supportDuty.ts';

const WAIT_LABELS = new Map<string, string>(WAITS.map(({ id, label }) => [id, label]));

function flagsOf(
  { record }: Household,
  state: string,
  since: Day | undefined,
  context: MeasureContext,
): string[] {
  const { period, parameter } = context;
  const on = period.end;
  const flags: string[] = [];
  const over = (words: string, from: Day | undefined, months: string) => {
    if (from !== undefined && addMonths(from, parameter(months)) < on)
      flags.push(`${words} since ${formatIsoDate(from)}, more than ${parameter(months)} months`);
  };
  if (state === 'stage-one') over('in stage one', record.registered, 'adopter-stage-one-months');
  if (state === 'stage-two') over('in stage two', record.stageTwoStarted, 'adopter-stage-two-months');
  if (since !== undefined && (state === 'waiting' || state === 'in-matching')) {
    const reviewed = record.reviews?.findLast((day) => day <= on) ?? since;
    over('approval not reviewed', Math.max(reviewed, since), 'adopter-review-months');
  }
  return flags;
}

/** Households of adopters who have not left: where they stand and how long they wait. */
export const adopters: ListDefinition = {
  id: 'adopter-tracker',
  title: 'Adopters',
  columns: columns({
    household: 'Household',
    state: 'State',
    approved: 'Approved',
    waiting: 'Waiting',
    ages: 'Hopes for ages',
    accepts: 'Accepts',
    flags: 'To look at',
  }),
  requirements: ['ADP-14', 'D-ADO-09'],
  *rows(context) {
    const on = context.period.end;
    for (const household of householdsOf(context.history)) {
      const state = stateOn(household, on);
      if (!household.own || state === undefined || state === 'closed') continue;
      const since = waitingSince(household, on);
      const { id, decided, approved, preferences = {} } = household.record;
      const band = since !== undefined && isWaiting(state) ? waitBand(since, on) : undefined;
      yield {
        household: id,
        state,
        approved: approved !== false && decided !== undefined && decided <= on ? formatIsoDate(decided) : '',
        waiting: band === undefined ? '' : WAIT_LABELS.get(band)!,
        ages:
          preferences.fromAge === undefined && preferences.toAge === undefined
            ? ''
            : `${preferences.fromAge ?? 0} to ${preferences.toAge ?? 17}`,
        accepts: preferences.accepts ?? [],
        flags: flagsOf(household, state, since, context),
      };
    }
  },
};

const AGES = bands([0, 2, 5, 8, 11]);

/** Children who wait for adopters. */
function childrenWaiting(history: CareHistory, on: Day): Child[] {
  return history.children.filter((child) => {
    const stage = openPlan(child, on)?.stage;
    return stage === 'no-order' || stage === 'order-not-matched';
  });
}

interface GapRow {
  readonly of: string;
  readonly children: (child: Child) => boolean;
  readonly families: (household: Household) => boolean;
}

/** Whether a household's hopes take in some age from one to another (not included); open hopes take in all. */
const takesIn = ({ record }: Household, from: number, below: number): boolean =>
  (record.preferences?.fromAge ?? 0) < below && (record.preferences?.toAge ?? 17) >= from;

const gapRows = (on: Day): GapRow[] => [
  ...AGES.categories.map(({ id, label }, i): GapRow => {
    const from = AGES.edges[i]!;
    const below = AGES.edges[i + 1] ?? 18;
    return {
      of: `Age: ${label}`,
      children: (child) => AGES.of(child.ageOn(on)) === id,
      families: (household) => takesIn(household, from, below),
    };
  }),
  ...codeSets.HARDER_TO_PLACE.codes
    .filter(({ code }) => code !== 'age')
    .map(
      ({ code, label }): GapRow => ({
        of: label,
        children: (child) => harderToPlace(child, on).has(code),
        families: ({ record }) =>
          (record.preferences?.accepts as readonly string[] | undefined)?.includes(code) ?? false,
      }),
    ),
];

/** Children who wait beside families who wait and hope for such a child; a family may stand in several rows. */
export const gap: ListDefinition = {
  id: 'adopter-gap',
  title: 'Children and adopters who wait',
  columns: columns({
    of: 'Children',
    children: 'Children waiting',
    families: 'Families waiting who hope for such a child',
    gap: 'Families less children',
  }),
  requirements: ['ADP-14'],
  *rows({ history, period }) {
    const on = period.end;
    const children = childrenWaiting(history, on);
    const families = householdsOf(history).filter((one) => one.own && isWaiting(stateOn(one, on)));
    for (const row of gapRows(on)) {
      const waiting = children.filter(row.children).length;
      const hoping = families.filter(row.families).length;
      yield { of: row.of, children: waiting, families: hoping, gap: hoping - waiting };
    }
  },
};

/** Adoption panels of the period, and what each lacked of its membership. */
export const panels: ListDefinition = {
  id: 'adoption-panels',
  title: 'Adoption panels',
  columns: columns({
    panel: 'Panel',
    held: 'Held',
    members: 'Members there',
    matters: 'Matters',
    flags: 'Missing',
  }),
  requirements: ['ADP-10'],
  *rows({ history, period, parameter }) {
    for (const panel of history.otherRecords(adoptionPanel)) {
      if (panel.held < period.start || panel.held > period.end) continue;
      yield {
        panel: panel.id,
        held: formatIsoDate(panel.held),
        members: (panel.members ?? []).filter(({ present }) => present !== false).map(({ role }) => role),
        matters: panel.cases?.length ?? 0,
        flags: panelGaps(panel, parameter),
      };
    }
  },
};

/** Adoptive families, and who has to support them. */
export const families: ListDefinition = {
  id: 'adoption-support-duty',
  title: 'Adoptive families and who supports them',
  columns: columns({
    family: 'Adoptive family',
    ordered: 'Adoption order',
    inArea: 'Lives in the area',
    carriedBy: 'Duty carried by',
    until: 'Until',
    because: 'Because',
    needs: 'Needs',
    flags: 'To look at',
  }),
  requirements: ['ADP-17', 'ADP-24'],
  *rows({ history, period, parameter }) {
    const on = period.end;
    for (const family of history.otherRecords(adoptiveFamily)) {
      if (
        family.ordered === undefined ||
        family.ordered > on ||
        (family.ended !== undefined && family.ended <= on)
      )
        continue;
      const duty = supportDuty(family, on, parameter('adoption-support-years'));
      const inArea = livesInAreaOn(family, on);
      yield {
        family: family.id,
        ordered: formatIsoDate(family.ordered),
        inArea: inArea === undefined ? '' : inArea ? 'yes' : 'no',
        carriedBy: duty?.carriedBy ?? '',
        until: duty === undefined ? '' : duty.until === OPEN ? 'no end' : formatIsoDate(duty.until),
        because: duty?.because ?? '',
        needs: family.needs ?? [],
        flags: inArea === undefined ? ['where the family lives is not on record'] : [],
      };
    }
  },
};
