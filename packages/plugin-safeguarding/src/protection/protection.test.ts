import { panelDecision, protocol } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { due, found, listed, value } from '../../test/tell.ts';
import {
  allegation,
  childProtectionPlan,
  complaint,
  informationShared,
  section47Enquiry,
  seriousIncident,
  strategyDiscussion,
  victimIncident,
  youthJusticePlan,
  youthJusticeReferral,
} from '../generated/records.ts';

const inCare = () => aChild({ born: '2010-05-01' }).startedOn('2020-01-06');

describe('child protection', () => {
  const onPlan = (end?: `${number}-${number}-${number}`) =>
    aChild().with(childProtectionPlan, {
      start: '2024-05-01',
      initialCategory: 'neglect',
      ...(end ? { end } : {}),
    });

  it('counts children on a plan, in care or not: an early signal [D-SAF-08]', () => {
    const children = [onPlan(), onPlan('2025-03-31'), onPlan().startedOn('2024-09-01'), inCare()];
    expect(value('children-on-protection-plan', children)).toBe(2);
    expect(value('children-in-care-on-protection-plan', children)).toBe(1);
  });

  it('says how many of those who came into care had a plan, then or shortly before [D-SAF-08]', () => {
    const children = [
      onPlan().startedOn('2024-09-01'),
      onPlan('2024-08-15').startedOn('2024-09-01'),
      onPlan('2024-06-01').startedOn('2024-09-01'),
      aChild().startedOn('2024-09-01'),
    ];
    expect(value('entered-care-from-protection-plan', children)).toBe(50);
  });

  it('finds two plans at once [D-SAF-08]', () => {
    const twice = onPlan().with(childProtectionPlan, { start: '2024-06-01', initialCategory: 'emotional' });
    expect(found('protection-plan-overlap', twice)).toEqual([
      'the plan from 2024-06-01 begins while the one from 2024-05-01 is open',
    ]);
  });

  it('has a conference within 15 working days of the discussion that began the enquiry', () => {
    const child = inCare().with(section47Enquiry, {
      start: '2025-02-03',
      outcome: 'conference',
      conference: '2025-02-25',
    });
    expect(due('protection-conference', child, '2025-03-01')).toEqual([
      ['2025-02-03', '2025-02-24', 'met late'],
    ]);
    const none = inCare().with(section47Enquiry, { start: '2025-02-03', outcome: 'no-further-action' });
    expect(due('protection-conference', none, '2025-03-01')).toEqual([]);
    expect(
      value('section-47-enquiries-in-care', [
        child,
        none,
        aChild().with(section47Enquiry, { start: '2025-02-03' }),
      ]),
    ).toBe(2);
    expect(
      value('strategy-discussions', [
        inCare().with(strategyDiscussion, { held: '2025-02-03', reason: 'missing' }),
      ]),
    ).toBe(1);
  });
});

describe('allegations', () => {
  const made = () =>
    inCare().with(
      allegation,
      {
        raised: '2025-02-07',
        against: 'foster-carer',
        designatedOfficerTold: '2025-02-10',
        concluded: '2025-02-27',
        outcome: 'substantiated',
      },
      { raised: '2025-03-03', against: 'residential-worker', concluded: '2025-03-13', outcome: 'unfounded' },
    );

  it('are counted with their outcome and time', () => {
    expect(value('allegations', [made()])).toBe(2);
    expect(value('allegations-substantiated', [made()])).toBe(50);
    expect(value('allegation-days', [made()])).toBe(15);
  });

  it('are told to the designated officer within a working day', () => {
    expect(due('designated-officer-told', made(), '2025-03-31')).toEqual([
      ['2025-02-07', '2025-02-10', 'met in time'],
      ['2025-03-03', '2025-03-04', 'overdue'],
    ]);
  });

  it('are concluded with an outcome', () => {
    const open = inCare().with(allegation, {
      raised: '2025-02-07',
      against: 'adopter',
      concluded: '2025-03-01',
    });
    expect(found('allegation-outcome', open)).toEqual([
      'the allegation raised 2025-02-07 has a day of conclusion and no outcome',
    ]);
  });
});

describe('complaints', () => {
  const complained = () =>
    inCare().with(
      complaint,
      {
        received: '2025-02-03',
        stage: '1',
        about: 'family-time',
        responded: '2025-02-17',
        outcome: 'upheld',
      },
      {
        received: '2025-02-18',
        stage: '2',
        about: 'family-time',
        responded: '2025-03-31',
        outcome: 'not-upheld',
      },
      {
        received: '2025-03-03',
        stage: '1',
        about: 'money',
        extended: true,
        outcome: 'withdrawn',
        responded: '2025-03-04',
      },
      { received: '2025-03-20', stage: 'ombudsman', about: 'plan' },
    );

  it('are counted, and how far they went [D-SAF-10]', () => {
    expect(value('complaints', [complained()])).toBe(4);
    expect(value('complaints-beyond-stage-1', [complained()])).toBe(2);
    expect(value('complaints-upheld', [complained()])).toBe(50);
  });

  it('are answered within the days of their stage [D-SAF-10]', () => {
    expect(due('complaint-response', complained(), '2025-03-31')).toEqual([
      ['2025-02-03', '2025-02-17', 'met in time'],
      ['2025-02-18', '2025-03-25', 'met late'],
      ['2025-03-03', '2025-03-31', 'fell away'],
    ]);
  });
});

describe('serious incidents', () => {
  it('are told to the national panel within five working days of being known', () => {
    const child = inCare().with(seriousIncident, {
      occurred: '2025-02-01',
      known: '2025-02-03',
      kind: 'serious-harm',
    });
    expect(value('serious-incidents', [child])).toBe(1);
    expect(due('serious-incident-notification', child, '2025-02-10')).toEqual([
      ['2025-02-03', '2025-02-10', 'due'],
    ]);
    expect(due('serious-incident-notification', child, '2025-02-11')[0]![2]).toBe('overdue');
  });
});

describe('work with partners', () => {
  it('records children as victims of crime, or as targeted [SAF-16]', () => {
    const child = inCare().with(
      victimIncident,
      { occurred: '2024-06-01', kind: 'targeted' },
      { occurred: '2024-07-01', kind: 'robbery' },
    );
    expect(value('children-victims-of-crime', [child, inCare()])).toBe(1);
  });

  it('refers children at risk of offending early to prevention [SAF-11]', () => {
    const referred = (identified: `${number}-${number}-${number}`) =>
      inCare().with(youthJusticeReferral, { identified, referred: '2024-06-03', service: 'prevention' });
    const children = [referred('2024-05-20'), referred('2024-01-01')];
    expect(value('youth-justice-prevention-referrals', children)).toBe(2);
    expect(value('youth-justice-referred-early', children)).toBe(50);
  });

  it('links the plan of youth justice with the care plan, and lists who is known to both [SAF-12]', () => {
    const plan = (linkedPlan?: string) =>
      inCare().with(youthJusticePlan, {
        start: '2024-06-01',
        service: 'court-order',
        ...(linkedPlan ? { linkedPlan } : {}),
      });
    const children = [plan('plan-1'), plan(), inCare()];
    expect(value('known-to-youth-justice', children)).toBe(2);
    expect(value('youth-justice-plans-linked', children)).toBe(50);
    expect(
      listed('known-to-youth-justice-and-care', children).map(({ linkedPlan, flags }) => [linkedPlan, flags]),
    ).toEqual([
      ['plan-1', []],
      ['', ['not linked with the care plan']],
    ]);
  });

  it('keeps a log of information shared with the police and others [SAF-19]', () => {
    const child = inCare().with(informationShared, {
      shared: '2024-06-01',
      from: 'police',
      to: 'council',
      about: 'missing',
      basis: 'Information sharing agreement 2024',
    });
    expect(value('information-shared', [child])).toBe(1);
  });

  it('takes complex cases to the resource panel, with the decision [SAF-17]', () => {
    const child = inCare().with(
      panelDecision,
      { panel: 'resource-panel', held: '2024-06-01', decision: 'Placement agreed.' },
      { panel: 'adoption-panel', held: '2024-07-01', decision: 'Matched.' },
      { panel: 'resource-panel', held: '2025-03-01' },
    );
    expect(value('complex-cases-at-panel', [child])).toBe(1);
    expect(listed('complex-cases', [child, inCare()])).toEqual([
      { age: 14, held: '2025-03-01', decision: '', confirmed: '', flags: ['no decision'] },
    ]);
  });

  it('holds the protocol on offending: partners, all children in care, Safer Neighbourhood [SAF-15]', () => {
    expect(
      protocol.validate({
        id: 'tackling-offending',
        title: 'Tackling offending by children in care',
        signatories: ['Police', 'Youth justice service', 'Safer Neighbourhood team'],
        coverage: 'All children in care, in homes of the council and elsewhere.',
        start: '2012-10-01',
        reviewDue: '2014-03-31',
      }),
    ).toBe(true);
  });
});
