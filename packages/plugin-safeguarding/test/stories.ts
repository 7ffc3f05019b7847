import { type Day, day, formatIsoDate, type IsoDate, OPEN } from '@cic/core';
import {
  deprivationOfLiberty,
  missingEpisode,
  review,
  socialWorkerEpisode,
  statutoryOutcomes,
  visit,
} from '@cic/core/records';
import { aChild, type ChildStory, randomFrom } from '@cic/core/testing';
import { codeSets } from '../src/generated/codeSets.ts';
import {
  allegation,
  childProtectionPlan,
  complaint,
  dispute,
  exploitationAssessment,
  informationShared,
  missingIncident,
  offence,
  outOfAreaNotification,
  returnHomeInterview,
  section47Enquiry,
  secureReview,
  seriousIncident,
  strategyDiscussion,
  victimIncident,
  youthJusticePlan,
} from '../src/generated/records.ts';

const FIRST = day('2017-04-01');
const YEARS = 5;
const LAST = FIRST + YEARS * 365;

interface Options {
  /** Share of days that are thrown somewhere else, before birth or into the future: nothing may break on them. */
  readonly impossible?: number;
  /** Chance that a child has any record of a kind. */
  readonly chance?: number;
}

/**
 * Random children in care in the five years from April 2017, with records of every kind of this plugin and of those of
 * core it reads. The same seed gives the same children.
 */
export function safeguardedChildren(
  seed: number,
  count: number,
  { impossible = 0, chance = 0.15 }: Options = {},
): ChildStory[] {
  const random = randomFrom(seed);
  const int = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => from[int(0, from.length - 1)]!;
  const iso = (on: Day): IsoDate => formatIsoDate(random() < impossible ? on + int(-9000, 9000) : on);
  const often = (most: number): number => (random() < chance ? int(1, most) : 0);

  return Array.from({ length: count }, (_, i) => {
    const born = LAST - int(4 * 365, 19 * 365);
    const start = int(Math.max(born, FIRST - 1000), LAST - 60);
    const out = () => (random() < 0.3 ? 'OUT' : 'IN');
    const place = () => (random() < 0.03 ? pick(['K1', 'R5']) : pick(['U6', 'U6', 'U4', 'U1', 'K2', 'P1']));
    let told = aChild({ id: `S${seed}-${i}`, born: formatIsoDate(born), sex: pick(['F', 'M']) }).startedOn(
      formatIsoDate(start),
      { placementType: place(), placementLocation: out() },
    );
    let on = start;
    for (let moves = int(0, 4); moves > 0 && on < LAST - 30; moves--) {
      on += int(20, 400);
      told = told.movedOn(formatIsoDate(on), { placementType: place(), placementLocation: out() });
    }
    const end = random() < 0.4 ? on + int(10, 500) : OPEN;
    if (end !== OPEN) told = told.ceasedOn(formatIsoDate(end));
    const anyDay = (): Day => int(start, Math.max(start, Math.min(end, LAST) - 1));
    const after = (from: Day, most: number): Day => from + int(0, most);

    for (let at = start; at < Math.min(end, LAST); at += int(20, 60)) {
      told = told.with(visit, { held: formatIsoDate(at), visitorRole: 'social-worker', seen: true });
    }
    for (let at = start + 18; at < Math.min(end, LAST); at += int(80, 190)) {
      told = told.with(review, { held: formatIsoDate(at), participation: 'PN1' });
    }
    for (let at = start, worker = 1; at < Math.min(end, LAST); at += int(100, 600), worker++) {
      told = told.with(socialWorkerEpisode, { socialWorker: `W${worker}`, start: formatIsoDate(at) });
    }
    for (let year = 2018; year <= 2022; year++) {
      told = told.with(statutoryOutcomes, { asAt: `${year}-03-31` as IsoDate, convicted: random() < 0.05 });
    }
    for (let n = often(8); n > 0; n--) {
      const left = anyDay();
      const back = after(left, 6);
      const kind = random() < 0.7 ? 'M' : 'A';
      if (random() < 0.8) {
        told = told.with(missingIncident, {
          kind,
          from: pick(['care', 'care', 'care', 'home', 'education']),
          start: iso(left),
          ...(random() < 0.95 ? { end: iso(back) } : {}),
          risk: pick(codeSets.MISSING_RISK.values),
        });
      }
      if (random() < 0.8) {
        told = told.with(missingEpisode, { kind, start: iso(left), end: iso(back) });
      }
      if (random() < 0.7) {
        const accepted = random() < 0.7;
        told = told.with(returnHomeInterview, {
          returned: iso(back),
          offered: iso(after(back, 2)),
          accepted,
          ...(accepted ? { held: iso(after(back, 6)) } : { declined: iso(after(back, 5)) }),
          independent: random() < 0.8,
          themes: [pick(codeSets.INTERVIEW_THEME.values)],
        });
      }
    }
    for (let n = often(3); n > 0; n--) {
      const assessed = anyDay();
      told = told.with(exploitationAssessment, {
        kind: pick(codeSets.EXPLOITATION_KIND.values),
        assessed: iso(assessed),
        level: pick(codeSets.EXPLOITATION_LEVEL.values),
        ...(random() < 0.5 ? { closed: iso(after(assessed, 300)) } : {}),
        support: [{ kind: 'mentor', start: iso(after(assessed, 20)) }],
        disruption: [{ kind: 'arrest', on: iso(after(assessed, 60)) }],
      });
    }
    for (let n = often(4); n > 0; n--) {
      const committed = anyDay();
      told = told.with(offence, {
        committed: iso(committed),
        kind: pick(codeSets.OFFENCE_KIND.values),
        inPlacement: random() < 0.4,
        disposal: pick(codeSets.DISPOSAL.values),
        disposed: iso(after(committed, 90)),
      });
    }
    for (let n = often(2); n > 0; n--) {
      const raised = anyDay();
      told = told.with(dispute, {
        raised: iso(raised),
        theme: pick(codeSets.DISPUTE_THEME.values),
        stage: pick(codeSets.DISPUTE_STAGE.values),
        ...(random() < 0.7 ? { resolved: iso(after(raised, 60)), outcome: 'resolved' as const } : {}),
      });
    }
    for (let n = often(1); n > 0; n--) {
      const at = anyDay();
      told = told
        .with(section47Enquiry, { start: iso(at), outcome: 'conference', conference: iso(after(at, 30)) })
        .with(childProtectionPlan, { start: iso(at), initialCategory: 'neglect', end: iso(after(at, 300)) })
        .with(strategyDiscussion, { held: iso(at), reason: pick(codeSets.STRATEGY_REASON.values) })
        .with(allegation, {
          raised: iso(at),
          against: 'foster-carer',
          concluded: iso(after(at, 60)),
          outcome: 'unfounded',
        })
        .with(complaint, {
          received: iso(at),
          stage: pick(codeSets.COMPLAINT_STAGE.values),
          about: 'placement',
          responded: iso(after(at, 40)),
        })
        .with(seriousIncident, { occurred: iso(at), kind: 'serious-harm', notified: iso(after(at, 9)) })
        .with(victimIncident, { occurred: iso(at), kind: 'online' })
        .with(informationShared, { shared: iso(at), from: 'police', to: 'council', about: 'missing' })
        .with(outOfAreaNotification, { placed: iso(start), notified: iso(after(start, 9)) })
        .with(youthJusticePlan, { start: iso(at), service: 'prevention' })
        .with(secureReview, { held: iso(at) })
        .with(deprivationOfLiberty, { start: iso(at), end: iso(after(at, 90)) });
    }
    return told;
  });
}
