import { columns, type Day, formatIsoDate, type ListDefinition, OPEN } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { familyFinding } from '../generated/records.ts';
import { openPlan } from '../journey/steps.ts';

const LABELS = new Map(codeSets.FAMILY_FINDING_STEP.codes.map(({ code, label }) => [code as string, label]));

/** A step of a search and the days it took: until the next one, the end of the search, or the day asked for. */
export interface SearchStep {
  readonly step: string;
  readonly on: Day;
  readonly days: number;
}

/** How long each step of a search took, in order of time. Steps begun after the day are left out. */
export function searchSteps(
  steps: readonly { readonly step: string; readonly on: Day }[],
  ended: Day,
  asAt: Day,
): SearchStep[] {
  const known = steps.filter(({ on }) => on <= asAt).toSorted((a, b) => a.on - b.on);
  return known.map(({ step, on }, i) => ({
    step,
    on,
    days: Math.max(0, Math.min(known[i + 1]?.on ?? OPEN, ended, asAt) - on),
  }));
}

const ELSEWHERE = new Set(['register', 'exchange-day', 'inter-agency', 'advertising']);

/** The search for adopters for each child who waits: steps, days in each, links considered, own adopters first. */
export const searches: ListDefinition = {
  id: 'family-finding-tracker',
  title: 'Family finding',
  columns: columns({
    child: 'Child',
    started: 'Started',
    days: 'Days so far',
    steps: 'Steps',
    links: 'Links considered',
    barriers: 'Barriers',
    flags: 'To look at',
  }),
  requirements: ['ADP-11', 'ADP-12'],
  row: (child, { period }) => {
    const on = period.end;
    const search = child.records(familyFinding).findLast(({ started }) => started <= on);
    if (!search || !openPlan(child, on)) return undefined;
    const { started, ended = OPEN, steps = [], links = [], barriers = [], profileMade } = search;
    const taken = searchSteps(steps, ended, on);
    const own = taken.find(({ step }) => step === 'own-adopters');
    const elsewhere = taken.find(({ step }) => ELSEWHERE.has(step));
    const flags: string[] = [];
    if (profileMade === undefined || profileMade > on) flags.push('no profile yet');
    if (taken.length === 0) flags.push('no step of the search on record');
    if (elsewhere && (!own || own.on > elsewhere.on)) flags.push('searched elsewhere before own adopters');
    if (ended > on && links.filter(({ found }) => found <= on).length === 0)
      flags.push('no link considered yet');
    return {
      child: child.id,
      started: formatIsoDate(started),
      days: Math.min(ended, on) - started,
      steps: taken.map(
        ({ step, on: from, days }) => `${LABELS.get(step) ?? step} from ${formatIsoDate(from)}: ${days} days`,
      ),
      links: links.filter(({ found }) => found <= on).length,
      barriers,
      flags,
    };
  },
};
