import { defineIndicator, holdsAny, type MeasuredIndicator, shareOf } from '@cic/core';
import { missingEpisode } from '@cic/core/records';
import { codeSets } from '../generated/codeSets.ts';
import { missingIncident, returnHomeInterview } from '../generated/records.ts';
import { shareIn, type Words } from '../measures.ts';
import { type Return, returnsOf, wasAccepted, wasOffered } from './interviews.ts';

const SOURCE =
  'Statutory guidance on children who run away or go missing from home or care (2014); Annex A list 8';

/** Of the returns in the period that count, the share that pass. */
const ofReturns = (
  words: Words,
  passes: (one: Return) => boolean,
  counts: (one: Return) => boolean = () => true,
): MeasuredIndicator =>
  defineIndicator({
    population: 'days in the period on which a child under 18 came back from being missing',
    polarity: 'higher',
    certainty: 'proposed',
    restsOn: [missingIncident, missingEpisode],
    reach: 0,
    needs: (history) =>
      holdsAny(returnHomeInterview)(history) && holdsAny(missingIncident, missingEpisode)(history),
    ...words,
    unit: 'percent',
    kind: 'flow',
    measure: (child, { period: { start, end } }) => {
      let numerator = 0;
      let denominator = 0;
      let on = start;
      for (const one of returnsOf(child)) {
        if (one.on < start || one.on > end || !counts(one)) continue;
        denominator++;
        if (passes(one)) numerator++;
        on = one.on;
      }
      return shareOf(numerator, denominator, on);
    },
  });

const offered = ofReturns(
  {
    id: 'interviews-offered',
    title: 'Returns after which an interview was offered',
    definition:
      'Of the days on which a child came back from being missing, the share after which an interview was offered.',
    source: SOURCE,
    requirements: ['SAF-04', 'D-SAF-03'],
  },
  wasOffered,
);

const accepted = ofReturns(
  {
    id: 'interviews-accepted',
    title: 'Interviews accepted',
    definition: 'Of return home interviews offered, the share the child accepted.',
    population: 'returns in the period after which an interview was offered',
    source: SOURCE,
    requirements: ['SAF-04'],
  },
  wasAccepted,
  wasOffered,
);

const held = ofReturns(
  {
    id: 'interviews-held',
    title: 'Returns after which an interview was held',
    definition:
      'Of the days on which a child came back from being missing, the share after which an interview was held.',
    source: SOURCE,
    requirements: ['SAF-04', 'D-SAF-03'],
  },
  ({ interview }) => interview?.held !== undefined,
);

const heldIn72Hours = defineIndicator({
  id: 'interviews-within-72-hours',
  title: 'Interviews held within 72 hours',
  definition:
    'Of return home interviews held after returns in the period, the share held within 72 hours: by the third day after ' +
    'the day of return (days as the council has set them).',
  population: 'interviews held after returns in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: SOURCE,
  certainty: 'published',
  requirements: ['D-SAF-03'],
  restsOn: [returnHomeInterview],
  measure: (child, { period: { start, end }, parameter }) => {
    const days = returnsOf(child).flatMap(({ on, interview }) =>
      interview?.held !== undefined && on >= start && on <= end ? [interview.held - on] : [],
    );
    if (days.length === 0) return undefined;
    const limit = parameter('return-home-interview-days');
    return { numerator: days.filter((day) => day <= limit).length, denominator: days.length };
  },
});

const independent = shareIn(
  {
    id: 'interviews-independent',
    title: 'Interviews by somebody independent',
    definition:
      'Of interviews held in the period, the share held by somebody with no part in the child’s placement and plan.',
    population: 'interviews held in the period for which this is recorded',
    source: SOURCE,
    requirements: ['SAF-04'],
  },
  returnHomeInterview,
  ({ held: on }) => on,
  ({ independent: answer }) => answer,
);

const goodQuality = shareIn(
  {
    id: 'interviews-good-quality',
    title: 'Interviews of good quality',
    definition:
      'Of interviews held in the period whose quality was judged, the share judged good or outstanding.',
    population: 'interviews held in the period whose quality was judged',
    source: 'children in care strategy 2019-21, action P2.3',
    requirements: ['D-SAF-03'],
  },
  returnHomeInterview,
  ({ held: on }) => on,
  ({ quality }) => (quality === undefined ? undefined : quality === 'good' || quality === 'outstanding'),
);

const used = shareIn(
  {
    id: 'interviews-information-used',
    title: 'Interviews whose information was used',
    definition:
      'Of interviews held in the period, the share whose information was used, in the plan or with partners.',
    population: 'interviews held in the period for which this is recorded',
    source: 'children in care strategy 2019-21, action P2.3',
    requirements: ['D-SAF-03'],
  },
  returnHomeInterview,
  ({ held: on }) => on,
  ({ informationUsed }) => informationUsed,
);

const themes = codeSets.INTERVIEW_THEME.codes.map(({ code, label }) =>
  shareIn(
    {
      id: `interview-theme-${code}`,
      title: `Interviews in which children spoke of: ${label.toLowerCase()}`,
      definition: `Of interviews held in the period with a theme recorded, the share with the theme '${label}'. An interview can have several.`,
      population: 'interviews held in the period with a theme recorded',
      polarity: 'neutral',
      source: 'Derby strategy 2012-15, section 6.3.3',
      requirements: ['SAF-04'],
    },
    returnHomeInterview,
    ({ held: on }) => on,
    ({ themes: spoken }) =>
      spoken === undefined || spoken.length === 0 ? undefined : spoken.includes(code as never),
  ),
);

/** Return home interviews: offered, accepted, held, in time, and what they told. */
export const interviewIndicators = [
  offered,
  accepted,
  held,
  heldIn72Hours,
  independent,
  goodQuality,
  used,
  ...themes,
];
