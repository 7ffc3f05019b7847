import { defineIndicator, hasRecords, holdsAny } from '@cic/core';
import { hasOutcomes } from '../facts/fact.ts';
import {
  dentalChecked,
  developmentUpToDate,
  healthAssessmentsUpToDate,
  hearingChecked,
  immunised,
  opticalChecked,
} from '../facts/yearly.ts';
import { healthCheck, immunisation, immunisationStatus } from '../generated/records.ts';
import { DERBY, DERBYSHIRE, LEICESTERSHIRE } from '../sources.ts';
import { COHORT, ofChildrenInCare, ofCohort } from './shared.ts';

const dental = defineIndicator({
  id: 'dental-check-12-months',
  title: 'Children with a dental check in twelve months',
  definition:
    'Of children looked after for twelve months, the share whose teeth were checked by a dentist in them. From the health ' +
    'records, else the statutory return of the same day.',
  population: COHORT,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'SSDA903', code: 'OC2 TEETH_CHECK' }],
  source: `SSDA903 statistics, outcomes (OC2); cohorts section 5; ${LEICESTERSHIRE}; ${DERBY}`,
  certainty: 'published',
  requirements: ['HLT-07', 'HLT-29', 'D-HEA-09'],
  needs: (history) => hasRecords(history, healthCheck) || hasOutcomes(history),
  among: 'looked after in the period',
  measure: ofCohort(dentalChecked),
});

const immunisations = defineIndicator({
  id: 'immunisations-up-to-date',
  title: 'Children whose immunisations are up to date',
  definition:
    "Of children looked after for twelve months, the share whose immunisations are up to date: by a clinician's judgement in " +
    'them, else by the doses given against the national schedule with four weeks of grace, else by the statutory return.',
  population: COHORT,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'SSDA903', code: 'OC2 IMMUNISATIONS' }],
  source: `SSDA903 statistics, outcomes (OC2); cohorts section 5; ${DERBY}`,
  certainty: 'published',
  requirements: ['HLT-08', 'HLT-29', 'D-HEA-09'],
  needs: (history) =>
    hasRecords(history, immunisation) || hasRecords(history, immunisationStatus) || hasOutcomes(history),
  among: 'looked after in the period',
  measure: ofCohort(immunised),
});

const isUnder =
  (age: number) =>
  (child: { ageOn(on: number): number }, on: number): boolean =>
    child.ageOn(on) < age;

const development = defineIndicator({
  id: 'development-assessments-up-to-date',
  title: 'Young children whose development assessments are up to date',
  definition:
    'Of children looked after for twelve months and under five on the last day, the share whose development checks are up to date.',
  population: `${COHORT}, under five years old on that day`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'SSDA903', code: 'OC2 HEALTH_CHECK' }],
  source: `SSDA903 statistics, outcomes (OC2); cohorts section 5; ${DERBY} (aged five or under)`,
  certainty: 'published',
  requirements: ['HLT-10'],
  needs: (history) => hasRecords(history, healthCheck) || hasOutcomes(history),
  among: 'looked after in the period',
  measure: ofCohort(developmentUpToDate, isUnder(5)),
  versions: [
    {
      to: 2012,
      definition:
        'Of children looked after for twelve months and five or under on the last day, the share whose development checks are up to date.',
      measure: ofCohort(developmentUpToDate, isUnder(6)),
    },
  ],
});

const eyes = defineIndicator({
  id: 'eye-test-12-months',
  title: 'Children with an eye test in twelve months',
  definition:
    'Of children of four and over looked after for twelve months, the share whose eyes were tested in them.',
  population: `${COHORT}, four years old and over`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: `${DERBYSHIRE}, health standard 4`,
  certainty: 'proposed',
  requirements: ['D-HEA-09'],
  needs: holdsAny(healthCheck),
  among: 'looked after in the period',
  measure: ofCohort(opticalChecked, (child, on) => child.ageOn(on) >= 4),
});

const hearing = defineIndicator({
  id: 'hearing-checked',
  title: 'Children whose hearing was checked',
  definition: 'Of children in care on the last day, the share with a completed hearing check on record.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: `${DERBYSHIRE}, health standard 5`,
  certainty: 'proposed',
  requirements: ['D-HEA-09'],
  needs: holdsAny(healthCheck),
  among: 'in care at the end',
  measure: ofChildrenInCare((child, on) => hearingChecked(child, on)?.so),
});

const needsMet = defineIndicator({
  id: 'statutory-health-needs-met',
  title: 'Children whose statutory health needs are met',
  definition:
    'Of children looked after for twelve months for whom all parts are known, the share with health assessments, dental ' +
    'check and immunisations up to date, and for children under five development assessments too.',
  population: COHORT,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'SS', code: 'PM02' }],
  source: `${DERBY} (the printed code comes without a formula: all four together is our reading)`,
  certainty: 'proposed',
  requirements: ['HLT-09', 'IND-31'],
  needs: (history) =>
    hasOutcomes(history) || (hasRecords(history, healthCheck) && hasRecords(history, immunisation)),
  among: 'looked after in the period',
  measure: ofCohort((child, on) => {
    const parts = [
      healthAssessmentsUpToDate(child, on),
      dentalChecked(child, on),
      immunised(child, on),
      ...(child.ageOn(on) < 5 ? [developmentUpToDate(child, on)] : []),
    ];
    return parts.includes(undefined)
      ? undefined
      : { so: parts.every((part) => part!.so), source: parts[0]!.source };
  }),
});

const C19 = {
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'PAF', code: 'C19' }],
  source: LEICESTERSHIRE,
  certainty: 'published',
  population: COHORT,
} as const;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** September 2002, from which immunisations are left out, lies in the financial year 2002/03. */
const LAST_YEAR_WITH_IMMUNISATIONS = 2002;

const c19 = defineIndicator({
  ...C19,
  id: 'paf-c19',
  title: 'Health of children in care (PAF C19)',
  definition: 'Mean of the percentages with a health assessment and with a dental check in twelve months.',
  from: LAST_YEAR_WITH_IMMUNISATIONS + 1,
  requirements: ['HLT-09', 'IND-25', 'IND-31'],
  derivedFrom: ['health-assessment-12-months', 'dental-check-12-months'],
  combine: mean,
});

const c19WithImmunisations = defineIndicator({
  ...C19,
  id: 'paf-c19-with-immunisations',
  title: 'Health of children in care (PAF C19, with immunisations)',
  definition:
    'Mean of the percentages with a health assessment in twelve months, with a dental check in twelve months and with ' +
    'immunisations up to date; the definition until September 2001.',
  to: LAST_YEAR_WITH_IMMUNISATIONS,
  requirements: ['HLT-09', 'IND-25'],
  derivedFrom: ['health-assessment-12-months', 'dental-check-12-months', 'immunisations-up-to-date'],
  combine: mean,
});

/** Checks, immunisations, and what they make together. */
export const checkIndicators = [
  dental,
  immunisations,
  development,
  eyes,
  hearing,
  needsMet,
  c19,
  c19WithImmunisations,
];
