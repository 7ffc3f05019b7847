import { columns, dateCell, formatIsoDate, type ListDefinition } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import {
  homeFinding,
  missingProcedure,
  providerConcern,
  safeguardingTraining,
} from '../generated/records.ts';
import { trainingCoverage } from '../homes/training.ts';

const training: ListDefinition = {
  id: 'safeguarding-training-by-home',
  title: 'Safeguarding training by home',
  columns: columns({
    provider: 'Home or team',
    topic: 'Topic',
    held: 'Latest',
    trained: 'Trained',
    inPost: 'In post',
    percent: 'Percent',
  }),
  requirements: ['SAF-08', 'SAF-13'],
  rows: ({ history, period }) =>
    trainingCoverage(history.otherRecords(safeguardingTraining), period.end).map(
      ({ provider, topic, held, trained, inPost, percent }) => ({
        provider,
        topic: codeSets.TRAINING_TOPIC.label(topic),
        held: formatIsoDate(held),
        trained,
        inPost,
        percent: percent === null ? '' : Math.round(percent),
      }),
    ),
};

const concerns: ListDefinition = {
  id: 'provider-concerns',
  title: 'Concerns about providers, and visits that followed',
  columns: columns({
    provider: 'Provider',
    raised: 'Raised',
    level: 'Level',
    visits: 'Visits by commissioning',
    lastVisit: 'Last visit',
    flags: 'Why it needs a look',
  }),
  requirements: ['D-SAF-09'],
  *rows({ history, period: { end } }) {
    for (const { provider, raised, level, visits = [], closed } of history.otherRecords(providerConcern)) {
      if (raised > end || (closed !== undefined && closed <= end)) continue;
      const made = visits.flatMap(({ on }) => (on <= end ? [on] : []));
      yield {
        provider,
        raised: formatIsoDate(raised),
        level,
        visits: made.length,
        lastVisit: made.length === 0 ? '' : formatIsoDate(Math.max(...made)),
        flags: [
          ...(made.length === 0 ? ['not visited since it was raised'] : []),
          ...(level === 'red' ? ['grave'] : []),
        ],
      };
    }
  },
};

const findings: ListDefinition = {
  id: 'home-findings-open',
  title: 'Findings about homes still to be dealt with',
  columns: columns({
    provider: 'Home',
    report: 'Report',
    found: 'Found',
    text: 'Finding',
    owner: 'Owner',
    due: 'Due',
    flags: 'Why it needs a look',
  }),
  *rows({ history, period: { end } }) {
    for (const one of history.otherRecords(homeFinding)) {
      if (one.found > end || (one.done !== undefined && one.done <= end)) continue;
      yield {
        provider: one.provider,
        report: codeSets.HOME_REPORT.label(one.report),
        found: formatIsoDate(one.found),
        text: one.text,
        owner: one.owner ?? '',
        due: dateCell(one.due),
        flags: [
          ...(one.due !== undefined && one.due < end ? ['overdue'] : []),
          ...(one.safeguarding === false ? ['children not effectively safeguarded'] : []),
        ],
      };
    }
  },
};

const procedures: ListDefinition = {
  id: 'missing-procedures',
  title: 'Whom to call when a child is missing',
  columns: columns({
    reportTo: 'Number',
    team: 'Team',
    title: 'Procedure',
    reviewDue: 'Review due',
    flags: 'Why it needs a look',
  }),
  requirements: ['SAF-21'],
  *rows({ history, period: { end } }) {
    for (const one of history.otherRecords(missingProcedure)) {
      if ((one.start ?? end) > end || (one.end !== undefined && one.end <= end)) continue;
      yield {
        reportTo: one.reportTo,
        team: one.team,
        title: one.title,
        reviewDue: dateCell(one.reviewDue),
        flags: one.reviewDue !== undefined && one.reviewDue < end ? ['review overdue'] : [],
      };
    }
  },
};

/** Lists about homes, providers and procedures. */
export const homeLists = [training, concerns, findings, procedures];
