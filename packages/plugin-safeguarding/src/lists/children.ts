import {
  type Child,
  dutyContext,
  formatIsoDate,
  type ListDefinition,
  type MeasureContext,
  OPEN,
  rolling12Months,
  within,
} from '@cic/core';
import { panelDecision, visit } from '@cic/core/records';
import { disputeDue, openDisputes } from '../disputes/indicators.ts';
import { gravestRisk } from '../exploitation/levels.ts';
import { codeSets } from '../generated/codeSets.ts';
import { outOfAreaNotification, strategyDiscussion, youthJusticePlan } from '../generated/records.ts';
import { openOn } from '../measures.ts';
import { missingOf, missingStarts, overlaps, repeatedlyMissing } from '../missing/episodes.ts';
import { declinedOn, returnsOf, wasOffered } from '../missing/interviews.ts';
import { isOutOfArea } from '../outOfArea/indicators.ts';
import { secureStaysOf } from '../secure/stays.ts';
import { vulnerabilitiesOf } from '../vulnerability.ts';

const AGE = { id: 'age', title: 'Age' };
const FLAGS = { id: 'flags', title: 'Why' };

const ageOf = (child: Child, { period: { end } }: MeasureContext): number | '' => {
  const age = child.ageOn(end);
  return Number.isNaN(age) ? '' : age;
};

const missingTracker: ListDefinition = {
  id: 'missing-tracker',
  title: 'Children who go missing',
  columns: [
    AGE,
    { id: 'episodes', title: 'Missing in 12 months' },
    { id: 'away', title: 'Away in 12 months' },
    { id: 'last', title: 'Last went missing' },
    { id: 'lastBack', title: 'Last came back' },
    { id: 'interviews', title: 'Interviews held of returns' },
    FLAGS,
  ],
  requirements: ['SAF-05', 'D-SAF-02'],
  row: (child, context) => {
    const { period, parameter } = context;
    const year = rolling12Months(period.end);
    const episodes = missingOf(child).filter(
      (one) => overlaps(one, year.start, year.end) && one.from === 'care',
    );
    if (episodes.length === 0) return undefined;
    const missing = episodes.filter(({ kind }) => kind === 'M');
    const returns = returnsOf(child).filter(({ on }) => within(on, year));
    const repeated = repeatedlyMissing(
      missingStarts(child),
      parameter('repeat-missing-episodes'),
      parameter('repeat-missing-days'),
    ).findLast((day) => within(day, year));
    const owed = returns.filter((one) => one.interview?.held === undefined && declinedOn(one) === undefined);
    const late = owed.filter(({ on }) => on + parameter('return-home-interview-days') < period.end);
    const risk = gravestRisk(child, period.end);
    return {
      age: ageOf(child, context),
      episodes: missing.length,
      away: episodes.length - missing.length,
      last: missing.length === 0 ? '' : formatIsoDate(missing.at(-1)!.start),
      lastBack: returns.length === 0 ? '' : formatIsoDate(returns.at(-1)!.on),
      interviews: `${returns.filter(({ interview }) => interview?.held !== undefined).length} of ${returns.length}`,
      flags: [
        ...(missing.some(({ end }) => end > period.end) ? ['missing now'] : []),
        ...(repeated === undefined
          ? []
          : [
              `repeatedly missing since ${formatIsoDate(repeated)}`,
              ...(child.records(strategyDiscussion).some(({ held }) => held >= repeated)
                ? []
                : ['no strategy discussion since']),
            ]),
        ...(late.length === 0 ? [] : [`${late.length} interview(s) overdue`]),
        ...(returns.some((one) => !wasOffered(one)) ? ['a return without an offer'] : []),
        ...(risk ? [`exploitation: ${codeSets.EXPLOITATION_LEVEL.label(risk.level).toLowerCase()}`] : []),
      ],
    };
  },
};

const vulnerable: ListDefinition = {
  id: 'vulnerable-children',
  title: 'Children in care who are especially vulnerable',
  columns: [AGE, { id: 'ways', title: 'Ways' }, { id: 'since', title: 'Since' }, FLAGS],
  requirements: ['SAF-01'],
  row: (child, context) => {
    const { end } = context.period;
    const found = child.isLookedAfter(end) ? vulnerabilitiesOf(child, end) : [];
    return found.length === 0
      ? undefined
      : {
          age: ageOf(child, context),
          ways: found.length,
          since: formatIsoDate(Math.min(...found.map(({ since }) => since))),
          flags: found.map(({ kind, since, why }) => `${kind} since ${formatIsoDate(since)}: ${why}`),
        };
  },
};

const disputes: ListDefinition = {
  id: 'open-disputes',
  title: 'Open disputes of reviewing officers',
  columns: [
    { id: 'disputes', title: 'Open' },
    { id: 'themes', title: 'Themes' },
    { id: 'stages', title: 'Stages' },
    { id: 'due', title: 'Next due' },
    FLAGS,
  ],
  requirements: ['REV-08'],
  row: (child, { period: { end }, council }) => {
    const context = dutyContext(council, end);
    const open = openDisputes(child, end).map((one) => ({
      ...one,
      answer: disputeDue(one, context) ?? OPEN,
    }));
    if (open.length === 0) return undefined;
    const { DISPUTE_STAGE, DISPUTE_THEME } = codeSets;
    return {
      disputes: open.length,
      themes: [...new Set(open.map(({ theme }) => DISPUTE_THEME.label(theme)))],
      stages: [...new Set(open.map(({ stage }) => DISPUTE_STAGE.label(stage)))],
      due: formatIsoDate(Math.min(...open.map(({ answer }) => answer))),
      flags: open.flatMap(({ answer, theme }) =>
        answer < end
          ? [`${DISPUTE_THEME.label(theme).toLowerCase()}: overdue since ${formatIsoDate(answer)}`]
          : [],
      ),
    };
  },
};

const youthJustice: ListDefinition = {
  id: 'known-to-youth-justice-and-care',
  title: 'Children known both to youth justice and to social care',
  columns: [
    AGE,
    { id: 'service', title: 'Youth justice service' },
    { id: 'since', title: 'Plan since' },
    { id: 'linkedPlan', title: 'Linked plan' },
    FLAGS,
  ],
  requirements: ['SAF-12'],
  row: (child, context) => {
    const { end } = context.period;
    const plan = child.records(youthJusticePlan).findLast((one) => openOn(one.start, one.end, end));
    if (!plan || !child.isLookedAfter(end)) return undefined;
    return {
      age: ageOf(child, context),
      service: codeSets.YOUTH_JUSTICE_SERVICE.label(plan.service),
      since: formatIsoDate(plan.start),
      linkedPlan: plan.linkedPlan ?? '',
      flags: plan.linkedPlan === undefined ? ['not linked with the care plan'] : [],
    };
  },
};

const secure: ListDefinition = {
  id: 'secure-and-custody',
  title: 'Children in secure accommodation or custody',
  columns: [
    AGE,
    { id: 'kind', title: 'Kind' },
    { id: 'since', title: 'Since' },
    { id: 'releaseDue', title: 'Release due' },
    { id: 'source', title: 'Known from' },
    FLAGS,
  ],
  requirements: ['SAF-14', 'SAF-20'],
  row: (child, context) => {
    const { end } = context.period;
    const stay = secureStaysOf(child).findLast((one) => openOn(one.start, one.end, end));
    if (!stay) return undefined;
    const { releaseDue, accommodationPlanned, preSecurePanel } = stay.record ?? {};
    return {
      age: ageOf(child, context),
      kind: codeSets.SECURE_KIND.label(stay.kind),
      since: formatIsoDate(stay.start),
      releaseDue: releaseDue === undefined ? '' : formatIsoDate(releaseDue),
      source: stay.source === 'register' ? 'register' : 'placements of the return',
      flags: [
        ...(releaseDue !== undefined && accommodationPlanned === undefined
          ? ['no accommodation planned for the release']
          : []),
        ...(stay.record && stay.kind === 'welfare' && preSecurePanel === undefined
          ? ['no pre-secure panel']
          : []),
      ],
    };
  },
};

const outOfArea: ListDefinition = {
  id: 'children-out-of-area',
  title: 'Children placed outside the area',
  columns: [
    AGE,
    { id: 'since', title: 'Placed' },
    { id: 'miles', title: 'Miles from home' },
    { id: 'notified', title: 'Area told' },
    { id: 'lastVisit', title: 'Last visit' },
    FLAGS,
  ],
  requirements: ['D-PLN-06'],
  row: (child, context) => {
    const { period, parameter } = context;
    const { end } = period;
    if (!isOutOfArea(child, end)) return undefined;
    const since = child.placementOn(end)?.start ?? child.episodeOn(end)!.start;
    const told = child
      .records(outOfAreaNotification)
      .findLast(({ placed }) => placed >= since && placed <= end);
    const last = child
      .records(visit)
      .findLast(
        ({ held, visitorRole }) => held !== undefined && held <= end && visitorRole === 'social-worker',
      )?.held;
    const { placementDistance } = child.episodeOn(end)!;
    return {
      age: ageOf(child, context),
      since: formatIsoDate(since),
      miles: Number.isNaN(placementDistance) ? '' : placementDistance,
      notified: told ? formatIsoDate(told.notified) : '',
      lastVisit: last === undefined ? '' : formatIsoDate(last),
      flags: [
        ...(told ? [] : ['the area was not told']),
        ...(last === undefined || end - last > parameter('visit-days')
          ? ['not visited in the usual time']
          : []),
      ],
    };
  },
};

const panel: ListDefinition = {
  id: 'complex-cases',
  title: 'Complex cases at the resource panel',
  columns: [
    AGE,
    { id: 'held', title: 'Panel' },
    { id: 'decision', title: 'Decision' },
    { id: 'confirmed', title: 'Confirmed' },
    FLAGS,
  ],
  requirements: ['SAF-17'],
  row: (child, context) => {
    const last = child
      .records(panelDecision)
      .findLast(({ panel: at, held }) => at === 'resource-panel' && held <= context.period.end);
    return (
      last && {
        age: ageOf(child, context),
        held: formatIsoDate(last.held),
        decision: last.decision ?? '',
        confirmed: last.confirmed === undefined ? '' : formatIsoDate(last.confirmed),
        flags: last.decision === undefined ? ['no decision'] : [],
      }
    );
  },
};

/** Lists with a row a child, and flags that say why the child is on it. */
export const childLists = [missingTracker, vulnerable, disputes, youthJustice, secure, outOfArea, panel];
