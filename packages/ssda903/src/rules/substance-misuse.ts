import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';

const rule158 = rule({
  code: '158',
  title: 'Intervention received, yet an offer reported',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  means: 'Whether an intervention was offered is asked only where none was received.',
  fix: 'Clear INTERVENTION_OFFERED, or correct INTERVENTION_RECEIVED.',
  check: eachRow(
    'OC2',
    ({ INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      INTERVENTION_RECEIVED === '1' && INTERVENTION_OFFERED !== '',
  ),
  fails: { OC2: [{ INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '0' }] },
  passes: { OC2: [{ INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '' }] },
});

const rule159 = rule({
  code: '159',
  title: 'No intervention received and nothing said of an offer',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  means:
    'A substance misuse problem was identified and no intervention received, so it must be said whether one was offered.',
  fix: 'Enter 1 in INTERVENTION_OFFERED if one was offered and refused, otherwise 0.',
  check: eachRow(
    'OC2',
    ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === '0' && INTERVENTION_OFFERED === '',
  ),
  fails: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '' }] },
  passes: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '0' }] },
});

const rule192 = rule({
  code: '192',
  title: 'Substance misuse identified, intervention left blank',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'] },
  means:
    'A substance misuse problem was identified, so it must be said whether the child received an intervention.',
  fix: 'Enter 1 or 0 in INTERVENTION_RECEIVED.',
  check: eachRow(
    'OC2',
    ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED }) => SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === '',
  ),
  fails: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '' }] },
  passes: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }] },
});

const rule193 = rule({
  code: '193',
  title: 'Intervention without a substance misuse problem',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  means: 'Interventions are reported only where a substance misuse problem was identified.',
  fix: 'Clear both intervention items, or enter 1 in SUBSTANCE_MISUSE.',
  check: eachRow(
    'OC2',
    ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      (SUBSTANCE_MISUSE === '' || SUBSTANCE_MISUSE === '0') &&
      (INTERVENTION_RECEIVED !== '' || INTERVENTION_OFFERED !== ''),
  ),
  fails: { OC2: [{ SUBSTANCE_MISUSE: '0', INTERVENTION_RECEIVED: '0' }] },
  passes: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }] },
});

/** Rules about substance misuse and the interventions that follow it (OC2). */
export const substanceMisuseRules = [rule158, rule159, rule192, rule193];
