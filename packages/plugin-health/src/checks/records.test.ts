import { review } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { found } from '../../test/tell.ts';
import {
  growthMeasurement,
  healthAssessment,
  healthCheck,
  healthHistorySummary,
  healthNotification,
  healthPlan,
  healthReferral,
  healthRegistration,
  immunisation,
  immunisationStatus,
  patientHeldRecord,
  substanceMisuse,
  transitionHealthCheck,
} from '../generated/records.ts';

const settled = aChild({ born: '2012-05-01' }).startedOn('2024-01-08');

describe('records that contradict one another', () => {
  it('assessment and appointments', () => {
    expect(
      found(
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
      found(
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
    expect(found([told], 'initial-health-assessment-once')).toEqual([
      'The period of care from 2024-01-08 has 2 initial assessments: 2024-01-20, 2024-07-20',
    ]);
  });

  it('an assessment against refused consent [HLT-05]', () => {
    expect(
      found(
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
    expect(found([told], 'immunisation-status-differs')[0]).toContain('primary dose 2, primary dose 3');
  });

  it('help refused and received, a declined referral and a first contact', () => {
    expect(
      found(
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
      found(
        [settled.with(substanceMisuse, { screened: '2025-05-01', interventionStarted: '2025-05-20' })],
        'substance-misuse-refused-and-received',
      )[0],
    ).toContain('no problem is recorded');
    expect(
      found(
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
      found(
        [settled.with(healthRegistration, { ...gp, start: '2024-01-01' }, { ...gp, start: '2025-01-01' })],
        'health-registration-overlap',
      ),
    ).toEqual(['The registration with a gp of 2024-01-01 goes on beside that of 2025-01-01']);
    expect(
      found(
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
      found(
        [settled.with(patientHeldRecord, { issued: '2024-01-01' }, { issued: '2025-01-01' })],
        'patient-held-record-twice',
      ),
    ).toHaveLength(1);
  });

  it('a measurement that cannot be, and a band beside another centile [D-HEA-10]', () => {
    expect(
      found(
        [settled.with(growthMeasurement, { measured: '2025-06-01', heightCm: 49, weightKg: 152 })],
        'growth-measurement-implausible',
      ),
    ).toEqual(['The measurement of 2025-06-01 makes a body mass index of 633.1']);
    expect(
      found(
        [settled.with(growthMeasurement, { measured: '2025-06-01', bmiCentile: 92, bmiBand: 'healthy' })],
        'growth-measurement-implausible',
      )[0],
    ).toContain('its centile 92 lies in overweight');
  });

  it('a check at the wrong age, or completed on no day [HLT-10] [D-HEA-08]', () => {
    expect(
      found(
        [settled.with(healthCheck, { kind: 'development', held: '2025-06-01', status: 'completed' })],
        'development-check-too-old',
      ),
    ).toEqual(['The development check of 2025-06-01 was at 13 years']);
    expect(
      found(
        [settled.with(healthCheck, { kind: 'dental', due: '2025-06-01', status: 'completed' })],
        'health-check-status',
      ),
    ).toHaveLength(1);
    expect(
      found(
        [settled.with(transitionHealthCheck, { held: '2025-06-01', channel: 'phone' })],
        'transition-health-check-age',
      ),
    ).toHaveLength(1);
  });

  it('a notification of nothing, a summary declined and given [D-HEA-03] [D-HEA-07]', () => {
    expect(
      found(
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
      found(
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
      found(
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
    expect(found([told], 'health-plan-behind-review')).toEqual([
      'The last review was held on 2025-12-01, the health plan last touched on 2024-02-01',
    ]);
    expect(
      found(
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
