import { type Day, defineCheck, formatIsoDate, openOn, pounds } from '@cic/core';
import { householdOf, householdsOf, stateOn } from '../adopters/households.ts';
import { panelGaps } from '../adopters/panels.ts';
import {
  adopterHousehold,
  adopterPersonalBudget,
  adoptionPanel,
  adoptionSupportApplication,
  adoptiveFamily,
  interAgencyPlacement,
} from '../generated/records.ts';

const STEPS = [
  ['enquired', 'enquiry'],
  ['registered', 'registration of interest'],
  ['stageOneEnded', 'end of stage one'],
  ['stageTwoStarted', 'start of stage two'],
  ['decided', 'decision'],
] as const;

const stagesInOrder = defineCheck({
  id: 'adopter-stages-out-of-order',
  title: 'Steps of adopters out of order',
  record: adopterHousehold.id,
  fix: 'Correct the day that is wrong.',
  *findOthers({ history }) {
    for (const household of history.otherRecords(adopterHousehold)) {
      let last: { readonly on: Day; readonly words: string } | undefined;
      for (const [step, words] of STEPS) {
        const on = household[step];
        if (on === undefined) continue;
        if (last && on < last.on)
          yield {
            about: household.id,
            message: `${words} on ${formatIsoDate(on)}, before ${last.words} on ${formatIsoDate(last.on)}`,
          };
        last = { on, words };
      }
      const { decided, panel, closed, enquired, preferences } = household;
      if (panel !== undefined && decided !== undefined && decided < panel)
        yield {
          about: household.id,
          message: `decision on ${formatIsoDate(decided)}, before the panel on ${formatIsoDate(panel)}`,
        };
      if (closed !== undefined && enquired !== undefined && closed < enquired)
        yield {
          about: household.id,
          message: `left on ${formatIsoDate(closed)}, before the enquiry on ${formatIsoDate(enquired)}`,
        };
      const { fromAge, toAge } = preferences ?? {};
      if (fromAge !== undefined && toAge !== undefined && fromAge > toAge)
        yield { about: household.id, message: `hopes for a child aged ${fromAge} to ${toAge}` };
    }
  },
});

const decidedWithoutOutcome = defineCheck({
  id: 'adopter-decision-incomplete',
  title: 'Decision about adopters incomplete',
  record: adopterHousehold.id,
  fix: 'Record the day of the decision and what was decided, or why they left.',
  *findOthers({ history }) {
    for (const { id, decided, approved, closed, reasonClosed } of history.otherRecords(adopterHousehold)) {
      if (approved !== undefined && decided === undefined)
        yield {
          about: id,
          message: `${approved ? 'approved' : 'not approved'}, without the day of the decision`,
        };
      if (closed !== undefined && reasonClosed === undefined)
        yield { about: id, message: `left on ${formatIsoDate(closed)} without a reason` };
    }
  },
});

const adoptedNotClosed = defineCheck({
  id: 'adopters-placed-beyond-capacity',
  title: 'More children placed than approved for',
  record: adopterHousehold.id,
  fix: 'Correct the number of children the household is approved for, or the placements.',
  *findOthers({ history, asAt }) {
    for (const { record, placements } of householdsOf(history)) {
      const most = record.preferences?.children;
      const there = placements.filter((one) => openOn(one, asAt)).length;
      if (most !== undefined && there > most)
        yield {
          about: record.id,
          message: `${there} children are placed, and the household hopes for ${most} at most`,
        };
    }
  },
});

const panelMembership = defineCheck({
  id: 'adoption-panel-incomplete',
  title: 'Adoption panel without the members it needs',
  record: adoptionPanel.id,
  fix: 'Record the member who was there or advised in writing; a recommendation of a panel without a quorum does not count.',
  requirements: ['ADP-10'],
  *findOthers({ history, council, asAt }) {
    for (const panel of history.otherRecords(adoptionPanel)) {
      if (panel.held > asAt) continue;
      const gaps = panelGaps(panel, (id) => council.parameter(id, panel.held));
      if (gaps.length > 0)
        yield { about: panel.id, message: `panel of ${formatIsoDate(panel.held)}: ${gaps.join('; ')}` };
    }
  },
});

const unknownFamily = defineCheck({
  id: 'adoptive-family-unknown',
  title: 'Money for an adoptive family that is not on record',
  record: adopterPersonalBudget.id,
  fix: 'Record the adoptive family, or correct the reference.',
  *findOthers({ history }) {
    const known = new Set(history.otherRecords(adoptiveFamily).map(({ id }) => id));
    for (const { id, family } of [
      ...history.otherRecords(adopterPersonalBudget),
      ...history.otherRecords(adoptionSupportApplication),
    ])
      if (!known.has(family))
        yield { about: id, message: `names adoptive family ${family}, which is not on record` };
  },
});

const overspent = defineCheck({
  id: 'personal-budget-overspent',
  title: 'Personal budget overspent',
  record: adopterPersonalBudget.id,
  fix: 'Correct the payments, or raise the budget.',
  *findOthers({ history }) {
    for (const { id, allocated, payments = [] } of history.otherRecords(adopterPersonalBudget)) {
      const spent = payments.reduce((sum, { amount }) => sum + amount, 0);
      if (spent > allocated)
        yield {
          about: id,
          message: `${pounds(spent)} spent of ${pounds(allocated)} allocated`,
        };
    }
  },
});

const providedByUnapproved = defineCheck({
  id: 'inter-agency-adopters-not-approved',
  title: 'Placement provided by adopters who were not approved',
  record: interAgencyPlacement.id,
  fix: 'Correct the household, or the day of its approval.',
  *findOthers({ history }) {
    for (const { id, adopters, placed } of history.otherRecords(interAgencyPlacement)) {
      const household = householdOf(history, adopters);
      if (!household) yield { about: id, message: `names household ${adopters}, which is not on record` };
      else if (!['placed', 'matched', 'waiting', 'in-matching'].includes(stateOn(household, placed) ?? ''))
        yield {
          about: id,
          message: `a child was placed on ${formatIsoDate(placed)} with household ${adopters}, which was not approved`,
        };
    }
  },
});

/** Records of adopters, panels and adoptive families. */
export const adopterChecks = [
  stagesInOrder,
  decidedWithoutOutcome,
  adoptedNotClosed,
  panelMembership,
  unknownFamily,
  overspent,
  providedByUnapproved,
];
