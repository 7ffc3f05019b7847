import { recordInput } from '@cic/core';
import { review, statutoryOutcomes } from '@cic/core/records';
import { aChild, aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { findings } from '../../test/figures.ts';
import {
  growthMeasurement,
  healthAssessment,
  healthCheck,
  healthHistorySummary,
  healthNotification,
  healthOrganisation,
  healthPlan,
  healthReferral,
  healthRegistration,
  healthServiceCapacity,
  healthTraining,
  immunisation,
  immunisationStatus,
  patientHeldRecord,
  responsibleCommissioner,
  strengthsAndDifficulties,
  substanceMisuse,
  transitionHealthCheck,
} from '../generated/records.ts';

const settled = aChild({ born: '2012-05-01' }).startedOn('2024-01-08');
const found = (told: typeof settled) => findings([told]);

describe('days', () => {
  it('before birth or in the future are found in every kind of record', () => {
    const told = settled
      .with(healthAssessment, { kind: 'review', held: '2011-05-01' })
      .with(healthCheck, { kind: 'dental', held: '2027-01-01', status: 'completed' });
    expect(found(told)).toEqual([
      'health-impossible-day: Health assessment of 2011-05-01 lies before the birth of the child on 2012-05-01',
      'health-impossible-day: Health check of 2027-01-01 lies after 2026-03-31, the last day that is known',
    ]);
  });

  it('in the wrong order are told with both', () => {
    expect(
      found(
        settled.with(healthAssessment, {
          kind: 'review',
          requested: '2025-06-01',
          held: '2025-05-01',
          reported: '2025-04-01',
        }),
      ),
    ).toEqual([
      'health-assessment-order: Health assessment: the child was seen before the assessment was asked for (requested 2025-06-01, held 2025-05-01)',
      'health-assessment-order: Health assessment: the report came before the child was seen (held 2025-05-01, reported 2025-04-01)',
    ]);
    expect(
      found(
        settled.with(healthReferral, { service: 'camhs', referred: '2025-06-01', seen: '2025-05-01' }),
      )[0],
    ).toContain('the child was seen before the referral');
    expect(
      found(
        settled.with(substanceMisuse, {
          screened: '2025-05-01',
          identified: '2025-06-01',
          interventionStarted: '2025-05-01',
        }),
      )[0],
    ).toContain('help started before the problem was found');
  });

  it('with two of a kind would count twice', () => {
    const told = settled.with(
      immunisation,
      { vaccine: 'mmr', given: '2013-06-02' },
      { vaccine: 'mmr', given: '2013-06-02' },
    );
    expect(findings([told], 'immunisation-twice')).toEqual([
      'Immunisation: there are two for mmr on 2013-06-02',
    ]);
    const assessed = settled.with(
      healthAssessment,
      { kind: 'review', held: '2025-05-01' },
      { kind: 'review', held: '2025-05-01' },
    );
    expect(findings([assessed], 'health-assessment-twice')).toEqual([
      'Health assessment: there are two for review on 2025-05-01',
    ]);
  });
});

describe('questionnaires', () => {
  const answered = {
    informant: 'carer' as const,
    completed: '2025-06-01' as const,
    usedIn: ['review' as const],
  };
  const items = Array.from({ length: 25 }, () => 1);

  it('whose total does not match the answers or the scales are found', () => {
    expect(
      found(settled.with(strengthsAndDifficulties, { ...answered, items, totalDifficulties: 12, peer: 4 })),
    ).toEqual([
      'sdq-total-differs: Questionnaire of the carer of 2025-06-01: the total is given as 12, the answers make 20',
      'sdq-total-differs: Questionnaire of the carer of 2025-06-01: peer is given as 4, the answers make 5',
    ]);
    expect(
      found(
        settled.with(strengthsAndDifficulties, {
          ...answered,
          emotional: 1,
          conduct: 2,
          hyperactivity: 3,
          peer: 4,
          totalDifficulties: 11,
        }),
      ),
    ).toEqual([
      'sdq-total-differs: Questionnaire of the carer of 2025-06-01: the total is given as 11, the scales make 10',
    ]);
  });

  it('have a score or a reason for none, not both and not neither', () => {
    expect(found(settled.with(strengthsAndDifficulties, answered))).toEqual([
      'sdq-no-score: Questionnaire of the carer of 2025-06-01 has neither a score nor a reason why there is none',
    ]);
    expect(
      found(
        settled.with(strengthsAndDifficulties, { ...answered, totalDifficulties: 12, reasonNoScore: 'SDQ2' }),
      ),
    ).toEqual([
      'sdq-score-and-reason: Questionnaire of the carer of 2025-06-01 has the score 12 and the reason SDQ2 why there is none',
    ]);
  });

  it('belong to an age', () => {
    const young = aChild({ born: '2017-05-01' }).startedOn('2024-01-08');
    expect(
      found(young.with(strengthsAndDifficulties, { ...answered, informant: 'child', totalDifficulties: 9 })),
    ).toEqual([
      'sdq-wrong-age: Questionnaire of the child of 2025-06-01 was completed at 8, the form is for 11 to 17',
    ]);
    const toddler = aChild({ born: '2023-05-01' }).startedOn('2024-01-08');
    expect(found(toddler.with(strengthsAndDifficulties, { ...answered, reasonNoScore: 'SDQ1' }))).toEqual([
      'sdq-reason-not-required: The reason SDQ1 is given on 2025-06-01 for a child of 2',
    ]);
  });
});

describe('records that contradict one another', () => {
  it('assessment and appointments', () => {
    expect(
      findings(
        [
          settled.with(healthAssessment, {
            kind: 'review',
            requested: '2025-05-01',
            appointments: [{ on: '2025-06-01', outcome: 'attended' }],
          }),
        ],
        'health-assessment-attendance',
      ),
    ).toEqual(['The review assessment was attended on 2025-06-01, but there is no day on which it was held']);
    expect(
      findings(
        [
          settled.with(healthAssessment, {
            kind: 'review',
            held: '2025-06-01',
            appointments: [{ on: '2025-06-01', outcome: 'refused' }],
          }),
        ],
        'health-assessment-attendance',
      ),
    ).toHaveLength(1);
  });

  it('two initial assessments in one period of care', () => {
    const told = settled.with(
      healthAssessment,
      { kind: 'initial', held: '2024-01-20' },
      { kind: 'initial', held: '2024-07-20' },
    );
    expect(findings([told], 'initial-health-assessment-once')).toEqual([
      'The period of care from 2024-01-08 has 2 initial assessments: 2024-01-20, 2024-07-20',
    ]);
  });

  it('an assessment against refused consent [HLT-05]', () => {
    expect(
      findings(
        [
          settled.with(healthAssessment, {
            kind: 'review',
            held: '2025-06-01',
            consent: { refused: '2025-05-01' },
          }),
        ],
        'health-assessment-consent',
      ),
    ).toHaveLength(1);
  });

  it('a judgement on immunisations against the doses [HLT-08]', () => {
    const told = settled
      .with(immunisation, { vaccine: '6-in-1', given: '2012-07-01' })
      .with(immunisationStatus, { asAt: '2025-06-01', upToDate: true });
    expect(findings([told], 'immunisation-status-differs')[0]).toContain('primary dose 2, primary dose 3');
  });

  it('help refused and received, a declined referral and a first contact', () => {
    expect(
      findings(
        [
          settled.with(substanceMisuse, {
            screened: '2025-05-01',
            identified: '2025-05-01',
            interventionRefused: '2025-05-10',
            interventionStarted: '2025-05-20',
          }),
        ],
        'substance-misuse-refused-and-received',
      ),
    ).toHaveLength(1);
    expect(
      findings(
        [settled.with(substanceMisuse, { screened: '2025-05-01', interventionStarted: '2025-05-20' })],
        'substance-misuse-refused-and-received',
      )[0],
    ).toContain('no problem is recorded');
    expect(
      findings(
        [
          settled.with(healthReferral, {
            service: 'camhs',
            referred: '2025-05-01',
            accepted: false,
            seen: '2025-06-01',
          }),
        ],
        'health-referral-declined-and-seen',
      ),
    ).toHaveLength(1);
  });

  it('two doctors, two held records [HLT-15] [HLT-28]', () => {
    const gp = { kind: 'gp', status: 'permanent' } as const;
    expect(
      findings(
        [settled.with(healthRegistration, { ...gp, start: '2024-01-01' }, { ...gp, start: '2025-01-01' })],
        'health-registration-overlap',
      ),
    ).toEqual(['The registration with a gp of 2024-01-01 goes on beside that of 2025-01-01']);
    expect(
      findings(
        [
          settled.with(
            healthRegistration,
            { ...gp, start: '2024-01-01', end: '2025-01-01' },
            { ...gp, start: '2025-01-01' },
          ),
        ],
        'health-registration-overlap',
      ),
    ).toEqual([]);
    expect(
      findings(
        [settled.with(patientHeldRecord, { issued: '2024-01-01' }, { issued: '2025-01-01' })],
        'patient-held-record-twice',
      ),
    ).toHaveLength(1);
  });

  it('a measurement that cannot be, and a band beside another centile [D-HEA-10]', () => {
    expect(
      findings(
        [settled.with(growthMeasurement, { measured: '2025-06-01', heightCm: 49, weightKg: 152 })],
        'growth-measurement-implausible',
      ),
    ).toEqual(['The measurement of 2025-06-01 makes a body mass index of 633.1']);
    expect(
      findings(
        [settled.with(growthMeasurement, { measured: '2025-06-01', bmiCentile: 92, bmiBand: 'healthy' })],
        'growth-measurement-implausible',
      )[0],
    ).toContain('its centile 92 lies in overweight');
  });

  it('a check at the wrong age, or completed on no day [HLT-10] [D-HEA-08]', () => {
    expect(
      findings(
        [settled.with(healthCheck, { kind: 'development', held: '2025-06-01', status: 'completed' })],
        'development-check-too-old',
      ),
    ).toEqual(['The development check of 2025-06-01 was at 13 years']);
    expect(
      findings(
        [settled.with(healthCheck, { kind: 'dental', due: '2025-06-01', status: 'completed' })],
        'health-check-status',
      ),
    ).toHaveLength(1);
    expect(
      findings(
        [settled.with(transitionHealthCheck, { held: '2025-06-01', channel: 'phone' })],
        'transition-health-check-age',
      ),
    ).toHaveLength(1);
  });

  it('a notification of nothing, a summary declined and given [D-HEA-03] [D-HEA-07]', () => {
    expect(
      findings(
        [
          settled.with(healthNotification, {
            kind: 'starts-care',
            event: '2024-01-09',
            notified: '2024-01-10',
          }),
        ],
        'health-notification-without-event',
      ),
    ).toHaveLength(1);
    expect(
      findings(
        [
          settled.with(healthNotification, {
            kind: 'starts-care',
            event: '2024-01-08',
            notified: '2024-01-10',
          }),
        ],
        'health-notification-without-event',
      ),
    ).toEqual([]);
    expect(
      findings(
        [
          settled.with(healthHistorySummary, {
            offered: '2025-01-01',
            declined: '2025-01-02',
            given: '2025-03-01',
          }),
        ],
        'health-history-summary-declined',
      ),
    ).toHaveLength(1);
  });

  it('a health plan left behind by the review [HLT-14]', () => {
    const told = settled.with(healthPlan, { start: '2024-02-01' }).with(review, { held: '2025-12-01' });
    expect(findings([told], 'health-plan-behind-review')).toEqual([
      'The last review was held on 2025-12-01, the health plan last touched on 2024-02-01',
    ]);
    expect(
      findings(
        [
          settled
            .with(healthPlan, { start: '2024-02-01', updated: '2025-11-20' })
            .with(review, { held: '2025-12-01' }),
        ],
        'health-plan-behind-review',
      ),
    ).toEqual([]);
  });
});

describe('the statutory return beside the health records', () => {
  it('is compared fact by fact, and the records stand', () => {
    const told = settled
      .with(healthCheck, { kind: 'dental', held: '2025-06-01', status: 'completed' })
      .with(strengthsAndDifficulties, {
        informant: 'carer',
        completed: '2025-06-01',
        totalDifficulties: 10,
        usedIn: ['review'],
      })
      .with(statutoryOutcomes, {
        asAt: '2026-03-31',
        dentalCheck: false,
        immunisations: true,
        strengthsAndDifficultiesScore: 12,
      });
    expect(found(told)).toEqual([
      'health-differs-from-return: Dental check in the year to 2026-03-31: the return says no, the health records yes',
      'health-differs-from-return: Questionnaire in the year to 2026-03-31: the return has the score 12, the health records 10 of 2025-06-01',
    ]);
  });
});

describe('organisations and numbers', () => {
  it('exist in their years: the reorganisation of April 2013 [HLT-27]', () => {
    const history = aHistoryWith(
      [
        recordInput({
          type: healthOrganisation,
          records: [
            {
              id: 'pct',
              name: 'Primary Care Trust',
              kind: 'primary-care-trust',
              end: '2013-03-31',
              successor: 'ccg',
            },
            {
              id: 'ccg',
              name: 'Clinical Commissioning Group',
              kind: 'clinical-commissioning-group',
              start: '2013-04-01',
              end: '2022-06-30',
              successor: 'icb',
            },
          ],
        }),
      ],
      aChild({ born: '2010-05-01' })
        .startedOn('2012-01-08')
        .with(
          responsibleCommissioner,
          { organisation: 'pct', start: '2012-01-08' },
          { organisation: 'ccg', start: '2013-01-01', end: '2014-01-01' },
          { organisation: 'trust', start: '2014-01-01' },
        ),
    );
    expect(findings(history, 'responsible-commissioner-organisation')).toEqual([
      "The commissioner 'pct' ended on 2013-03-31 and is still named on 2026-03-31; 'ccg' took its place",
      "The commissioner 'ccg' is named from 2013-01-01, but exists from 2013-04-01",
      "The commissioner 'trust' from 2014-01-01 is no organisation on record",
    ]);
    expect(findings(history, 'health-organisation-years')).toEqual([
      "'ccg' names 'icb' as its successor, which is not on record",
    ]);
  });

  it('do not have more people than there can be [HLT-21] [HLT-25]', () => {
    const history = aHistoryWith([
      recordInput({
        type: healthTraining,
        records: [
          {
            id: 't1',
            topic: 'disability',
            audience: 'foster-carers',
            held: '2025-01-01',
            invited: 10,
            attended: 12,
          },
        ],
      }),
      recordInput({
        type: healthServiceCapacity,
        records: [{ id: 'c1', service: 'camhs', asAt: '2025-09-30', posts: 2, postsFilled: 3 }],
      }),
    ]);
    expect(findings(history, 'health-numbers-implausible')).toEqual([
      "12 attended training 't1', but 10 were invited",
      "Capacity 'c1' of 2025-09-30: 3 posts are filled, but 2 funded",
    ]);
  });
});
