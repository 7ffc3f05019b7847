import { financialYear } from '@cic/core';
import { action, meeting, review, view, visit } from '@cic/core/records';
import { holdsOnAnything } from '../../tooling/src/pluginTests.ts';
import { engagement } from '../src/index.ts';

holdsOnAnything({
  plugin: engagement(),
  periods: [2012, 2018, 2019, 2024].map(financialYear),
  by: [
    ['participation-age'],
    ['age', 'sex'],
    ['ladder-rung'],
    ['engagement-audience', 'participation-channel'],
  ],
  reads: [action, meeting, review, view, visit],
  // Questions of one survey, and records that have to name each other.
  unreached: [
    'taking-part-support-provided',
    'council-meeting-attendance',
    'points-carried-to-board',
    'survey-independence-planning',
    'survey-eet-support',
    'survey-safe',
    'survey-secure',
    'survey-physical-health',
    'survey-mental-health',
    'survey-financial-information',
    'survey-budgeting',
    'survey-money-worry',
    'service-information-in-date',
    'children-service-dates',
    'survey-answer-off-scale',
    'survey-question-answered-twice',
    'child-consulted-often',
  ],
});
