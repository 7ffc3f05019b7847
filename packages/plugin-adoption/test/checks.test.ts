import { adoptionDecision, adoptionOutcome } from '@cic/core/records';
import { aChild, type ChildStory } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  adopterHousehold,
  adopterPersonalBudget,
  adoptionMatch,
  adoptionOrder,
  adoptiveFamily,
  adoptivePlacement,
  careProceedings,
  earlyPermanencePlacement,
  familyFinding,
  interAgencyPlacement,
  permanenceReport,
  placementOrder,
} from '../src/generated/records.ts';
import { council, found, others } from './tell.ts';

const inCare = () => aChild().startedOn('2015-04-01', { legalStatus: 'C1' });
const decided = () => inCare().with(adoptionDecision, { decided: '2015-10-01' });

const cases: readonly (readonly [check: string, child: ChildStory, message: string])[] = [
  [
    'adoption-order-before-decision',
    decided().with(placementOrder, { granted: '2015-09-01' }),
    'the placement order was made on 2015-09-01, before the decision for adoption on 2015-10-01',
  ],
  [
    'match-before-decision',
    decided().with(adoptionMatch, { matched: '2015-09-01' }),
    'the match was decided on 2015-09-01, before the decision for adoption on 2015-10-01',
  ],
  [
    'match-before-panel',
    decided().with(adoptionMatch, { panel: '2016-01-10', matched: '2016-01-01' }),
    'the match was decided on 2016-01-01, before the panel considered it on 2016-01-10',
  ],
  [
    'placed-before-matched',
    decided()
      .with(adoptionMatch, { matched: '2016-03-01' })
      .with(adoptivePlacement, { placed: '2016-02-01' }),
    'the child was placed for adoption on 2016-02-01, before the match on 2016-03-01',
  ],
  [
    'introductions-out-of-order',
    decided().with(adoptivePlacement, { introductionsStarted: '2016-02-10', placed: '2016-02-01' }),
    'the child was placed on 2016-02-01, before introductions started on 2016-02-10',
  ],
  [
    'adopted-before-placed',
    decided()
      .with(adoptivePlacement, { placed: '2016-02-01' })
      .with(adoptionOrder, { granted: '2016-01-01' }),
    'the adoption order was made on 2016-01-01, before the child was placed on 2016-02-01',
  ],
  [
    'placement-order-dates',
    decided().with(placementOrder, { applied: '2016-02-01', granted: '2016-01-01' }),
    'the placement order was made on 2016-01-01, before it was applied for on 2016-02-01',
  ],
  [
    'adoption-reversed-before-decided',
    inCare().with(adoptionDecision, { decided: '2015-10-01', ceased: '2015-09-01' }),
    'the decision was reversed on 2015-09-01, before it was made on 2015-10-01',
  ],
  [
    'care-proceedings-dates',
    inCare().with(careProceedings, { issued: '2016-02-01', concluded: '2016-01-01' }),
    'care proceedings concluded on 2016-01-01, before they were issued on 2016-02-01',
  ],
  [
    'family-finding-dates',
    decided().with(familyFinding, { started: '2016-02-01', ended: '2016-01-01' }),
    'the search ended on 2016-01-01, before it started on 2016-02-01',
  ],
  [
    'early-permanence-dates',
    inCare().with(earlyPermanencePlacement, {
      kind: 'concurrent-planning',
      placed: '2016-02-01',
      ended: '2016-01-01',
    }),
    'the early permanence placement ended on 2016-01-01, before the child was placed on 2016-02-01',
  ],
  [
    'permanence-report-after-panel',
    decided()
      .with(adoptionMatch, { panel: '2016-01-10', matched: '2016-01-20' })
      .with(permanenceReport, { completed: '2016-01-11' }),
    'the panel considered a match on 2016-01-10, and no child’s permanence report was completed by then',
  ],
  [
    'match-differs-from-return',
    decided()
      .with(adoptionMatch, { matched: '2016-01-20' })
      .with(adoptionOutcome, { decided: '2015-10-01', matched: '2016-01-21' }),
    'day of the match: 2016-01-20 on the adoption record, 2016-01-21 in the statutory return',
  ],
  [
    'placement-order-differs-from-return',
    decided().legalStatusFrom('2015-11-02', 'E1').with(placementOrder, { granted: '2015-11-01' }),
    'day of the placement order: 2015-11-01 on the adoption record, 2015-11-02 in the statutory return',
  ],
  [
    'adoptive-placement-differs-from-return',
    decided().with(adoptivePlacement, { placed: '2016-02-01' }),
    'the child was placed with adopters on 2016-02-01, and the episode of that day has placement type U6',
  ],
  [
    'adoption-order-differs-from-return',
    decided().with(adoptionOrder, { granted: '2016-02-01' }),
    'an adoption order was made on 2016-02-01, and care did not end with reason E11 or E12',
  ],
  [
    'adopted-without-outcome',
    decided().ceasedOn('2016-03-01', 'E12'),
    'the child was adopted on 2016-03-01, and nothing says when the match was decided',
  ],
  [
    'two-adoption-records-open',
    decided().with(adoptivePlacement, { placed: '2016-02-01' }, { placed: '2016-03-01' }),
    'two placements with adopters hold on 2016-03-01: from 2016-02-01 and from 2016-03-01',
  ],
  [
    'adoption-plan-left-open',
    decided().ceasedOn('2016-03-01'),
    'care ended on 2016-03-01 without an adoption, and the decision of 2015-10-01 is still open',
  ],
  [
    'adoption-reversed-without-reason',
    inCare().with(adoptionDecision, { decided: '2015-10-01', ceased: '2016-01-01' }),
    'the decision for adoption was reversed on 2016-01-01 without a reason',
  ],
  [
    'placed-without-adoption-decision',
    inCare().movedOn('2016-02-01', { placementType: 'A6' }),
    'the child has been placed for adoption since 2016-02-01, and no decision for adoption is open',
  ],
  [
    'adoptive-placement-ended-without-reason',
    decided().with(adoptivePlacement, {
      placed: '2016-02-01',
      ended: '2016-05-01',
      reasonEnded: 'disrupted',
    }),
    'a placement with adopters disrupted on 2016-05-01, and no disruption meeting is on record',
  ],
  [
    'record-after-adoption-order',
    decided().ceasedOn('2016-03-01', 'E12').with(adoptionMatch, { matched: '2016-05-01' }),
    'the child was adopted on 2016-03-01, and a record of type adoption-match is of 2016-05-01',
  ],
];

describe('checks across the records of a child', () => {
  it.each(cases)('%s says what is wrong', (id, child, message) => {
    expect(found(id, { children: [child] })).toContain(message);
  });

  it('find nothing where everything is in order', () => {
    const inOrder = inCare()
      .legalStatusFrom('2015-12-01', 'E1')
      .movedOn('2016-03-10', { placementType: 'A6' })
      .ceasedOn('2016-10-03', 'E12')
      .with(careProceedings, { issued: '2015-04-02', concluded: '2015-12-01', finalOrder: 'placement-order' })
      .with(adoptionDecision, { decided: '2015-10-01' })
      .with(adoptionOutcome, { decided: '2015-10-01', matched: '2016-02-20' })
      .with(placementOrder, {
        applied: '2015-10-05',
        granted: '2015-12-01',
        ended: '2016-10-03',
        reasonEnded: 'adoption-order',
      })
      .with(permanenceReport, { due: '2015-09-20', completed: '2015-09-18', quality: 'good' })
      .with(familyFinding, {
        started: '2015-10-05',
        ended: '2016-02-20',
        links: [{ adopters: 'H1', origin: 'own', found: '2016-01-05', decided: '2016-02-20' }],
      })
      .with(adoptionMatch, {
        linked: '2016-01-05',
        panel: '2016-02-10',
        matched: '2016-02-20',
        adopters: 'H1',
        agency: 'own',
      })
      .with(adoptivePlacement, {
        adopters: 'H1',
        introductionsStarted: '2016-03-01',
        introductionsEnded: '2016-03-09',
        placed: '2016-03-10',
        ended: '2016-10-03',
        reasonEnded: 'adoption-order',
      })
      .with(adoptionOrder, { applied: '2016-07-01', granted: '2016-10-03' });
    const household = {
      id: 'H1',
      enquired: '2014-01-01' as const,
      registered: '2014-03-01' as const,
      decided: '2014-10-01' as const,
      approved: true,
    };
    const told = { children: [inOrder], others: [others(adopterHousehold, household)] };
    expect(council.checks.flatMap(({ id }) => found(id, told))).toEqual([]);
  });

  it('tell a household that is not on record or was not approved', () => {
    const child = decided().with(adoptionMatch, { matched: '2016-02-20', adopters: 'H1' });
    const applying = others(adopterHousehold, { id: 'H1', enquired: '2015-01-01', registered: '2015-06-01' });
    const another = others(adopterHousehold, { id: 'H2', enquired: '2015-01-01' });
    expect(found('adopters-not-approved', { children: [child], others: [applying] })).toEqual([
      'the child was matched on 2016-02-20 with household H1, which was not approved on that day',
    ]);
    expect(found('adopters-not-approved', { children: [child], others: [another] })).toEqual([
      'the child was matched on 2016-02-20 with household H1, which is not on record',
    ]);
    expect(found('adopters-not-approved', { children: [child] })).toEqual([]);
  });
});

describe('checks of records about adopters and families', () => {
  it('find steps out of order and decisions without an outcome', () => {
    const told = {
      others: [
        others(
          adopterHousehold,
          {
            id: 'H1',
            enquired: '2015-06-01',
            registered: '2015-05-01',
            preferences: { fromAge: 5, toAge: 2 },
          },
          { id: 'H2', enquired: '2015-06-01', approved: true },
          { id: 'H3', enquired: '2015-06-01', closed: '2015-08-01' },
        ),
      ],
    };
    expect(found('adopter-stages-out-of-order', told)).toEqual([
      'registration of interest on 2015-05-01, before enquiry on 2015-06-01',
      'hopes for a child aged 5 to 2',
    ]);
    expect(found('adopter-decision-incomplete', told)).toEqual([
      'approved, without the day of the decision',
      'left on 2015-08-01 without a reason',
    ]);
  });

  it('find more children placed than hoped for, and placements of unapproved adopters', () => {
    const household = others(adopterHousehold, {
      id: 'H1',
      enquired: '2015-06-01',
      decided: '2016-01-01',
      approved: true,
      preferences: { children: 1 },
    });
    const placed = () => decided().with(adoptivePlacement, { placed: '2016-06-01', adopters: 'H1' });
    expect(
      found('adopters-placed-beyond-capacity', { children: [placed(), placed()], others: [household] }),
    ).toEqual(['2 children are placed, and the household hopes for 1 at most']);
    const provided = others(
      interAgencyPlacement,
      { id: 'IA1', adopters: 'H1', placed: '2015-12-01' },
      { id: 'IA2', adopters: 'H9', placed: '2015-12-01' },
    );
    expect(found('inter-agency-adopters-not-approved', { others: [household, provided] })).toEqual([
      'a child was placed on 2015-12-01 with household H1, which was not approved',
      'names household H9, which is not on record',
    ]);
  });

  it('find budgets overspent, and families that are not on record', () => {
    const budget = {
      id: 'PB1',
      family: 'F9',
      start: '2016-09-01' as const,
      allocated: 10_000,
      payments: [{ on: '2016-10-01' as const, amount: 10_050 }],
    };
    const told = { others: [others(adopterPersonalBudget, budget), others(adoptiveFamily, { id: 'F1' })] };
    expect(found('personal-budget-overspent', told)).toEqual(['£100.50 spent of £100.00 allocated']);
    expect(found('adoptive-family-unknown', told)).toEqual([
      'names adoptive family F9, which is not on record',
    ]);
  });
});
