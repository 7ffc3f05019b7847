import { type Child, type Inside, recordInput } from '@cic/core';
import { type MissingEpisode, missingEpisode } from '@cic/core/records';
import { repeatedlyMissing } from '@cic/plugin-safeguarding';
import {
  type InformationShared,
  informationShared,
  type MissingIncident,
  missingIncident,
  type ReturnHomeInterview,
  type RiskWhileMissingCode,
  returnHomeInterview,
  type StrategyDiscussion,
  strategyDiscussion,
  type ThemeOfReturnHomeInterviewCode,
} from '@cic/plugin-safeguarding/records';
import type { Random, Weighted } from '../../random/random.ts';
import { madeOf, type PartOptions, type SynthPart } from '../part.ts';
import { yearsInCare } from './known.ts';

/** Children whose episodes stand in the statutory return alone. (p) */
const NOT_IN_REGISTER = 0.05;
const OFFERED = 0.93;
const ACCEPTED = 0.72;
const IN_TIME = 0.7;
const DISCUSSED = 0.85;
const SHARED = 0.3;
/** Of children of 11 and over, those missing from school in a year, and from home before they came into care. (p) */
const FROM_EDUCATION = 0.02;
const FROM_HOME = 0.04;

const RISK: Weighted<RiskWhileMissingCode> = [
  ['none', 5],
  ['low', 30],
  ['medium', 50],
  ['high', 15],
];

const THEMES: Weighted<ThemeOfReturnHomeInterviewCode> = [
  ['friends', 25],
  ['family-contact', 20],
  ['placement-unhappy', 15],
  ['conflict', 10],
  ['partner', 6],
  ['boredom', 6],
  ['substances', 6],
  ['mental-health', 5],
  ['criminal-exploitation', 5],
  ['sexual-exploitation', 3],
  ['move', 4],
  ['school', 3],
  ['bullying', 2],
  ['other', 4],
  ['no-reason', 6],
];

interface Made {
  readonly incidents: Inside<MissingIncident>[];
  readonly interviews: Inside<ReturnHomeInterview>[];
  readonly discussions: Inside<StrategyDiscussion>[];
  readonly sharing: Inside<InformationShared>[];
}

/** The register's record of an episode that the statutory return has. */
const incidentOf = (
  { child, kind, start, end }: Inside<MissingEpisode>,
  number: number,
  random: Random,
): Inside<MissingIncident> => ({
  id: `${child}-missing-${number}`,
  child,
  kind,
  from: 'care',
  start,
  ...(end === undefined ? {} : { end }),
  reporter: random.pick(['Foster carer', 'Residential worker', 'School', 'Police']),
  reported: start,
  ...(kind === 'M' ? { policeReference: `SYN-${child.slice(-6)}-${number}` } : {}),
  risk: kind === 'M' ? random.weighted(RISK) : 'none',
  response: kind === 'M' ? ['police-search', 'checks-with-friends'] : ['placement-search'],
  ...(end === undefined
    ? {}
    : {
        found: random.weighted([
          ['returned', 50],
          ['friend', 20],
          ['family', 15],
          ['public-place', 15],
        ] as const),
      }),
});

function interviewAfter(
  { id, child, end }: Inside<MissingIncident>,
  random: Random,
  { until }: PartOptions,
): Inside<ReturnHomeInterview> | undefined {
  const offered = end! + random.int(0, 2);
  if (!random.chance(OFFERED) || offered > until) return undefined;
  const shared = { child, incident: id!, returned: end!, offered };
  if (!random.chance(ACCEPTED)) return { ...shared, accepted: false, declined: offered };
  const held = random.chance(IN_TIME) ? random.dayBetween(offered, end! + 3) : end! + random.int(4, 12);
  if (held > until) return { ...shared, accepted: true };
  return {
    ...shared,
    accepted: true,
    held,
    interviewerRole: 'Missing worker',
    independent: random.chance(0.9),
    themes: [...new Set([random.weighted(THEMES), random.weighted(THEMES)])],
    quality: random.weighted([
      ['outstanding', 5],
      ['good', 60],
      ['requires-improvement', 30],
      ['inadequate', 5],
    ] as const),
    informationUsed: random.chance(0.75),
    ...(random.chance(0.5) ? { sharedWith: ['police'] } : {}),
  };
}

/** Times away from school or from home, none of them near an episode of the return. */
function* elsewhere(
  child: Child,
  returned: readonly Inside<MissingEpisode>[],
  random: Random,
  options: PartOptions,
): Generator<Inside<MissingIncident>> {
  for (const { start, end } of yearsInCare(child, options)) {
    const day = random.dayBetween(start, end);
    const free = returned.every((one) => day < one.start - 2 || day > (one.end ?? options.until) + 2);
    if (random.chance(FROM_EDUCATION) && free && child.ageOn(day) >= 11 && child.ageOn(day) < 16)
      yield { child: child.id, kind: 'M', from: 'education', start: day, end: day, risk: 'low' };
  }
  const [first] = child.periodsOfCare;
  const before = first && first.start - random.int(10, 300);
  if (before !== undefined && child.ageOn(before) >= 11 && random.chance(FROM_HOME))
    yield {
      child: child.id,
      kind: 'M',
      from: 'home',
      start: before,
      end: before + random.int(0, 2),
      risk: 'medium',
    };
}

function registered(
  child: Child,
  returned: readonly Inside<MissingEpisode>[],
  random: Random,
  options: PartOptions,
  { incidents, interviews, discussions, sharing }: Made,
): void {
  const { until } = options;
  incidents.push(...elsewhere(child, returned, random, options));
  const own = returned.map((episode, i) => incidentOf(episode, i + 1, random));
  incidents.push(...own);
  const missing = own.filter(({ kind }) => kind === 'M');
  for (const incident of missing) {
    if (incident.end === undefined || child.ageOn(incident.end) >= 18) continue;
    const interview = interviewAfter(incident, random, options);
    if (interview) interviews.push(interview);
    const shared = incident.start + random.int(0, 5);
    if (random.chance(SHARED) && shared <= until) {
      sharing.push({
        child: child.id,
        shared,
        from: 'police',
        to: 'council',
        about: 'missing',
        basis: 'Information sharing agreement',
      });
    }
  }
  const starts = missing.map(({ start }) => start).sort((a, b) => a - b);
  for (const trigger of repeatedlyMissing(starts, 3, 90)) {
    const held = trigger + random.int(1, 9);
    if (random.chance(DISCUSSED) && held <= until)
      discussions.push({ child: child.id, held, reason: 'missing', partners: ['police', 'placement'] });
  }
}

/** The register of missing children, which agrees with the return, and what follows each return. */
export const missingRegister: SynthPart = {
  id: 'missing register',
  make: (care, random, options) => {
    const returned = madeOf<MissingEpisode>(options.made, missingEpisode);
    const made: Made = { incidents: [], interviews: [], discussions: [], sharing: [] };
    for (const child of care.children) {
      const own = random.fork(child.id);
      if (!own.chance(NOT_IN_REGISTER)) registered(child, returned.get(child.id) ?? [], own, options, made);
    }
    return [
      recordInput({ type: missingIncident, inside: made.incidents }),
      recordInput({ type: returnHomeInterview, inside: made.interviews }),
      recordInput({ type: strategyDiscussion, inside: made.discussions }),
      recordInput({ type: informationShared, inside: made.sharing }),
    ];
  },
};
