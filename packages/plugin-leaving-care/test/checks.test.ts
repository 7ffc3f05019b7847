import { careLeaverContact } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  adultTransition,
  adviserAllocation,
  afterCareArrangement,
  careLeaverAccommodation,
  careLeaverActivity,
  careLeaverSurvey,
  commissionedAccommodation,
  councilTaxScheme,
  custody,
  drivingLessons,
  entitlement,
  evictionNotice,
  homelessPresentation,
  immigrationStatus,
  leavingCareAssessment,
  pathwayPlan,
  ringFencedPost,
  supportRequest,
} from '../src/generated/records.ts';
import { aged, found, leaver, withOthers } from './tell.ts';

const ASAT = '2017-03-31';

describe('checks of leaving care', () => {
  it('find two open pathway plans [LVC-05] [D-LEA-16]', () => {
    const plan = { start: '2016-01-01', status: 'agreed' } as const;
    expect(
      found(
        'two-open-pathway-plans',
        [aged(18).with(pathwayPlan, plan, { ...plan, start: '2016-08-01' })],
        ASAT,
      ),
    ).toEqual(['the pathway plan from 1 January 2016 is still open when the next begins on 1 August 2016']);
    const followed = aged(18).with(
      pathwayPlan,
      { ...plan, end: '2016-08-01' },
      { ...plan, start: '2016-08-01' },
    );
    expect(found('two-open-pathway-plans', [followed], ASAT)).toEqual([]);
  });

  it('find dates that cannot be', () => {
    const story = aged(18).with(
      careLeaverAccommodation,
      { kind: 'U', start: '2017-01-01', end: '2016-12-01' },
      { kind: 'U', start: '2017-06-01' },
      { kind: 'U', start: '1990-01-01', end: '1990-02-01' },
    );
    expect(found('care-leaver-accommodation-dates', [story], ASAT)).toEqual([
      "a record 'Accommodation of a young person leaving care' of 1 January 1990 lies before the birth on 1 October 1998",
      "a record 'Accommodation of a young person leaving care' of 1 January 2017 ends on 1 December 2016, before it begins",
      "a record 'Accommodation of a young person leaving care' of 1 June 2017 lies in the future",
    ]);
    const district = withOthers([], {
      type: councilTaxScheme,
      records: [{ district: 'amber', agreed: '2018-01-01' }],
    });
    expect(found('council-tax-scheme-dates', district, ASAT)).toEqual([
      "a record 'Council tax exemption of a district' of 1 January 2018 lies in the future",
    ]);
  });

  it('find plans and assessments that do not fit', () => {
    const child = aChild({ born: '1998-01-01' }).startedOn('2008-01-01').ceasedOn('2009-01-01');
    expect(
      found('pathway-plan-without-status', [child.with(pathwayPlan, { start: '2016-01-01' })], ASAT),
    ).toHaveLength(1);
    expect(
      found('pathway-plan-without-status', [aged(18).with(pathwayPlan, { start: '2016-01-01' })], ASAT),
    ).toEqual([]);
    const goals = aged(18).with(pathwayPlan, {
      start: '2016-05-01',
      goals: [{ area: 'money', goal: 'Save', set: '2016-05-01', due: '2016-04-01', achieved: '2016-03-01' }],
    });
    expect(found('pathway-plan-items-before-start', [goals], ASAT)).toHaveLength(2);
    const assessed = aged(18).with(leavingCareAssessment, { started: '2016-05-01', completed: '2016-04-01' });
    expect(found('needs-assessment-completed-before-started', [assessed], ASAT)).toEqual([
      'the needs assessment begun on 1 May 2016 was completed on 1 April 2016, before it began',
    ]);
  });

  it('find two advisers at once [LVC-02] [D-LEA-18]', () => {
    const story = aged(18).with(
      adviserAllocation,
      { role: 'personal-adviser', adviser: 'PA-1', start: '2015-01-01' },
      { role: 'personal-adviser', adviser: 'PA-2', start: '2016-01-01' },
    );
    expect(found('two-personal-advisers', [story], ASAT)).toEqual([
      'personal adviser PA-1 is still allocated when PA-2 begins on 1 January 2016',
    ]);
  });

  it('find two places at once, and contracts nobody knows [D-LEA-06] [D-LEA-21]', () => {
    const story = aged(18).with(
      careLeaverAccommodation,
      { kind: 'D', start: '2016-01-01', contract: 'flats' },
      { kind: 'U', start: '2016-06-01' },
    );
    expect(found('care-leaver-in-two-places', [story], ASAT)).toEqual([
      "accommodation 'Semi-independent, transitional accommodation' from 1 January 2016 is still open when 'Independent living' begins on 1 June 2016",
    ]);
    expect(found('accommodation-contract-unknown', [story], ASAT)).toEqual([
      'the accommodation from 1 January 2016 names contract flats, which is not on record',
    ]);
    const other = aged(18).with(careLeaverAccommodation, {
      kind: 'D',
      start: '2016-02-01',
      contract: 'flats',
    });
    const overfull = withOthers([story, other], {
      type: commissionedAccommodation,
      records: [{ id: 'flats', units: 1, start: '2016-01-01' }],
    });
    expect(found('commissioned-accommodation-overfull', overfull, ASAT)).toEqual([
      '2 young people were there on one night, of 1 units',
    ]);
  });

  it('find bed and breakfast without a reason [D-LEA-23]', () => {
    const story = aged(18).with(careLeaverAccommodation, { kind: 'W', start: '2017-01-01' });
    expect(found('bed-and-breakfast-without-reason', [story], ASAT)).toEqual([
      'bed and breakfast from 1 January 2017 has no reason',
    ]);
  });

  it('find activity codes of other years [D-LEA-15]', () => {
    const story = leaver({ born: '2004-05-01' }).with(careLeaverActivity, {
      activity: 'F3',
      start: '2020-09-01',
    });
    expect(found('care-leaver-activity-code-year', [story], '2023-03-31')).toEqual([
      'activity F3 from 1 September 2020 is no code of the collection year 2023',
    ]);
    expect(found('care-leaver-activity-code-year', [story], '2021-03-31')).toEqual([]);
  });

  it('find staying put that cannot be [D-LEA-13] [LVC-10]', () => {
    const early = aged(18).with(afterCareArrangement, { kind: 'staying-put', start: '2016-09-01' });
    expect(found('staying-put-before-18', [early], ASAT)).toEqual([
      'staying put begins on 1 September 2016, before the 18th birthday on 1 October 2016',
    ]);
    const fromHome = aChild({ born: '1998-10-01' })
      .startedOn('2010-01-01', { placementType: 'K2' })
      .ceasedOn('2016-10-01', 'E17')
      .with(afterCareArrangement, { kind: 'staying-put', start: '2016-10-01' });
    expect(found('staying-put-without-foster-placement', [fromHome], ASAT)).toHaveLength(1);
    const moved = aged(18)
      .with(afterCareArrangement, { kind: 'staying-put', start: '2016-10-01' })
      .with(careLeaverAccommodation, { kind: 'U', start: '2017-01-01' });
    expect(found('staying-put-lives-elsewhere', [moved], ASAT)).toEqual([
      "the staying put arrangement from 1 October 2016 is open on 31 March 2017, but the young person lives 'Independent living'",
    ]);
  });

  it('find custody beside another address', () => {
    const story = aged(18)
      .with(custody, { kind: 'remand', start: '2017-01-01' })
      .with(careLeaverAccommodation, { kind: 'U', start: '2016-12-01' });
    expect(found('custody-lives-elsewhere', [story], ASAT)).toHaveLength(1);
  });

  it('find payments that do not agree [LVC-06]', () => {
    const story = aged(18).with(entitlement, {
      kind: 'travel',
      offered: '2016-11-01',
      agreed: '2016-11-02',
      refused: '2016-11-20',
      entitled: 5000,
      payments: [
        { on: '2016-10-01', amount: 4000 },
        { on: '2016-12-01', amount: 4000 },
      ],
    });
    expect(found('entitlement-payments', [story], ASAT)).toEqual([
      "'Travel' offered on 1 November 2016: £80.00 paid, more than the full amount of £50.00",
      "'Travel' offered on 1 November 2016: a payment is dated 1 October 2016, before that",
      "'Travel' offered on 1 November 2016: paid after it was refused on 20 November 2016",
    ]);
  });

  it('find council tax exemption without a scheme [D-LEA-27]', () => {
    const story = aged(18, { district: 'amber' }).with(entitlement, {
      kind: 'council-tax',
      offered: '2016-05-01',
      agreed: '2016-05-01',
    });
    const at = (applied: `${number}-${number}-${number}`) =>
      withOthers([story], {
        type: councilTaxScheme,
        records: [{ district: 'amber', agreed: '2016-01-01', applied }],
      });
    expect(found('council-tax-without-scheme', at('2016-04-01'), ASAT)).toEqual([]);
    expect(found('council-tax-without-scheme', at('2017-01-01'), ASAT)).toEqual([
      'council tax exemption was agreed on 1 May 2016, when no scheme was in force in amber',
    ]);
  });

  it('find ring-fenced posts outside 17 to 24 or two years [LVC-12]', () => {
    const story = aged(25).with(ringFencedPost, { kind: 'post', start: '2017-01-01', endsBy: '2019-06-30' });
    expect(found('ring-fenced-post-limits', [story], ASAT)).toEqual([
      'the ring-fenced post begins on 1 January 2017 at 25, not between 17 and 24',
      'the ring-fenced post from 1 January 2017 lasts to 30 June 2019, more than 2 years',
    ]);
  });

  it('find steps in the wrong order [LVC-16] [LVC-09]', () => {
    const story = aged(22)
      .with(immigrationStatus, {
        status: 'refugee',
        from: '2016-01-01',
        applied: '2015-12-01',
        decided: '2015-11-01',
        until: '2015-10-01',
      })
      .with(adultTransition, { service: 'autism', identified: '2016-05-01', planned: '2016-04-01' })
      .with(supportRequest, { requested: '2017-01-01', assessed: '2016-12-01', supported: '2016-12-02' })
      .with(evictionNotice, { noticed: '2017-02-01', managedMove: '2017-01-01' })
      .with(drivingLessons, { started: '2017-01-01', passPlus: '2017-02-01' });
    const messages = (id: string) => found(id, [story], ASAT).length;
    expect(messages('immigration-decided-before-applied')).toBe(2);
    expect(messages('adult-transition-order')).toBe(1);
    expect(messages('support-request-order')).toBe(2);
    expect(messages('eviction-order')).toBe(1);
    expect(messages('driving-test-order')).toBe(1);
    const homeless = withOthers([aged(17, { id: 'H1' })], {
      type: homelessPresentation,
      records: [{ id: 'a', child: 'H1', presented: '2017-02-01', age: 16, assessed: '2017-01-01' }],
    });
    expect(found('homeless-presentation-order', homeless, ASAT)).toEqual([
      'the presentation of 1 February 2017 was assessed on 1 January 2017, before that',
      'the age on 1 February 2017 is 16 here and 17 by the date of birth',
    ]);
  });

  it('find survey answers off their scale, and more of them than questionnaires [D-LEA-29] [LVC-18]', () => {
    const history = withOthers([], {
      type: careLeaverSurvey,
      records: [
        {
          id: 's',
          held: '2017-01-01',
          answered: 10,
          invited: 8,
          answers: [
            { question: 'safe', answer: 'always', count: 2 },
            { question: 'safe', answer: 'good', count: 9 },
          ],
        },
      ],
    });
    expect(found('care-leaver-survey-answers', history, ASAT)).toEqual([
      '10 answered, of 8 invited',
      "'How safe do you feel?' has the answer 'Always, all the time', which is not on its scale",
      "'How safe do you feel?' has 11 answers, of 10 questionnaires",
    ]);
  });

  it('find nothing where return and records agree', () => {
    const story = aged(18)
      .with(careLeaverContact, { asAt: '2016-10-01', accommodation: 'Z1' })
      .with(careLeaverAccommodation, { kind: 'FC', start: '2016-09-01' });
    expect(found('care-leaver-return-differs', [story], ASAT)).toEqual([]);
  });
});
