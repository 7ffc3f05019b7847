import { type Day, defineCheck, formatIsoDate, OPEN } from '@cic/core';
import { missingEpisode } from '@cic/core/records';
import { missingIncident, returnHomeInterview } from '../generated/records.ts';
import { missingOf } from '../missing/episodes.ts';
import { registerSince } from './register.ts';

const told = (day: Day): string => (day === OPEN ? 'still open' : formatIsoDate(day));

const overlap = defineCheck({
  id: 'missing-overlap',
  title: 'Missing incidents that overlap',
  record: missingIncident.id,
  fix: 'Close the earlier incident on the day the child came back, or remove the one recorded twice.',
  requirements: ['SAF-02'],
  *find(child) {
    const incidents = child.records(missingIncident).filter(({ from = 'care' }) => from === 'care');
    for (const [i, one] of incidents.entries()) {
      const before = incidents[i - 1];
      if (before && (before.end ?? OPEN) > one.start) {
        yield `the incident begun ${formatIsoDate(one.start)} overlaps the one from ${formatIsoDate(before.start)} (${told(before.end ?? OPEN)})`;
      }
    }
  },
});

const notInCare = defineCheck({
  id: 'missing-from-care-when-not-in-care',
  title: 'Missing from care while not in care',
  record: missingIncident.id,
  fix: 'Say that the child was missing from home, or correct the dates of the incident or of the care episodes.',
  requirements: ['SAF-03'],
  *find(child) {
    for (const { from, start, source } of missingOf(child)) {
      if (
        from === 'care' &&
        source !== 'return' &&
        !child.isLookedAfter(start) &&
        !child.lookedAfterDuring(start, start)
      ) {
        yield `the child is missing from care from ${formatIsoDate(start)} but was not looked after on that day`;
      }
    }
  },
});

const stillOpen = defineCheck({
  id: 'missing-still-open',
  title: 'Missing incident still open though care has ended or the child is an adult',
  record: missingIncident.id,
  fix: 'Give the day the child came back; an incident ends at the latest on the 18th birthday or when care ends.',
  *find(child, { asAt }) {
    for (const { from, start, end, source } of missingOf(child)) {
      if (end !== OPEN || from !== 'care' || source === 'return' || start > asAt) continue;
      const adult = child.birthday(18);
      if (adult <= asAt)
        yield `open since ${formatIsoDate(start)}; the child turned 18 on ${formatIsoDate(adult)}`;
      else if (!child.isLookedAfter(asAt)) {
        yield `open since ${formatIsoDate(start)}; the child is not in care on ${formatIsoDate(asAt)}`;
      }
    }
  },
});

const sources = defineCheck({
  id: 'missing-register-and-return',
  title: 'Missing register and statutory return disagree',
  record: missingIncident.id,
  fix: 'Compare the two; add the episode to the one that lacks it, or correct its dates.',
  requirements: ['SAF-02'],
  *find(child, { history }) {
    const returned = child.records(missingEpisode);
    // A register or a return that knows nothing of a child at all is one that is not kept for the child.
    if (returned.length === 0 || child.records(missingIncident).length === 0) return;
    const since = registerSince(history, missingIncident);
    const [first, last] = [returned[0]!.start, returned.at(-1)!.start];
    for (const { kind, from, start, end, source } of missingOf(child)) {
      if (source === 'return' && start >= since) {
        yield `the statutory return has an episode (${kind}) from ${formatIsoDate(start)} to ${told(end)} that the register lacks`;
      } else if (source === 'register' && from === 'care' && start >= first && start <= last) {
        yield `the register has an episode (${kind}) from ${formatIsoDate(start)} to ${told(end)} that the statutory return lacks`;
      }
    }
  },
});

const interviewWithoutReturn = defineCheck({
  id: 'interview-without-return',
  title: 'Return home interview without a return',
  record: returnHomeInterview.id,
  fix: 'Give the day on which the missing episode ended, or record the episode.',
  requirements: ['SAF-04'],
  *find(child) {
    const ends = new Set(missingOf(child).map(({ end }) => end));
    const ids = new Set(child.records(missingIncident).map(({ id }) => id));
    for (const { returned, incident } of child.records(returnHomeInterview)) {
      if (!ends.has(returned) && (incident === undefined || !ids.has(incident))) {
        yield `no missing or away episode ended on ${formatIsoDate(returned)}`;
      }
    }
  },
});

const interviewContradicts = defineCheck({
  id: 'interview-contradiction',
  title: 'Return home interview that contradicts itself',
  record: returnHomeInterview.id,
  fix: 'Say what the child answered, and whether and when the interview was held.',
  requirements: ['SAF-04'],
  *find(child) {
    for (const { returned, offered, accepted, declined, held, themes = [] } of child.records(
      returnHomeInterview,
    )) {
      const of = `the interview after ${formatIsoDate(returned)}`;
      if (accepted === false && held !== undefined)
        yield `${of} was declined, and held on ${formatIsoDate(held)}`;
      if (accepted === true && declined !== undefined) {
        yield `${of} was accepted, and declined on ${formatIsoDate(declined)}`;
      }
      if (offered !== undefined && held !== undefined && held < offered) {
        yield `${of} was held on ${formatIsoDate(held)}, before it was offered on ${formatIsoDate(offered)}`;
      }
      if (held === undefined && themes.length > 0) yield `${of} has themes, and was not held`;
    }
  },
});

const interviewTwice = defineCheck({
  id: 'interview-twice',
  title: 'Two return home interviews after one return',
  record: returnHomeInterview.id,
  fix: 'Keep the one that was held; the first that names the day is counted.',
  *find(child) {
    const seen = new Set<Day>();
    for (const { returned } of child.records(returnHomeInterview)) {
      if (seen.has(returned)) yield `two interviews name the return on ${formatIsoDate(returned)}`;
      seen.add(returned);
    }
  },
});

/** Missing, and coming back. */
export const missingChecks = [
  overlap,
  notInCare,
  stillOpen,
  sources,
  interviewWithoutReturn,
  interviewContradicts,
  interviewTwice,
];
