import {
  ageCell,
  columns,
  dateCell,
  dutyContext,
  formatIsoDate,
  type ListDefinition,
  OPEN,
  openOn,
  rolling12Months,
  within,
} from '@cic/core';
import { panelDecision, visit } from '@cic/core/records';
import { disputeDue, openDisputes } from '../disputes/indicators.ts';
import { gravestRisk } from '../exploitation/levels.ts';
import { codeSets } from '../generated/codeSets.ts';
import { outOfAreaNotification, strategyDiscussion, youthJusticePlan } from '../generated/records.ts';
import { missingOf, missingStarts, overlaps, repeatedlyMissing } from '../missing/episodes.ts';
import { declinedOn, returnsOf, wasOffered } from '../missing/interviews.ts';
import { isOutOfArea } from '../outOfArea/indicators.ts';
import { secureStaysOf } from '../secure/stays.ts';
import { vulnerabilitiesOf } from '../vulnerability.ts';

const missingTracker: ListDefinition = {
  id: 'missing-tracker',
  title: 'Children who go missing',
  columns: columns({
    age: 'Age',
    episodes: 'Missing in 12 months',
    away: 'Away in 12 months',
    last: 'Last went missing',
    lastBack: 'Last came back',
    interviews: 'Interviews held of returns',
    flags: 'Why',
  }),
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
      age: ageCell(child.ageOn(context.period.end)),
      episodes: missing.length,
      away: episodes.length - missing.length,
      last: dateCell(missing.at(-1)?.start),
      lastBack: dateCell(returns.at(-1)?.on),
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
  columns: columns({ age: 'Age', ways: 'Ways', since: 'Since', flags: 'Why' }),
  requirements: ['SAF-01'],
  row: (child, context) => {
    const { end } = context.period;
    const found = child.isLookedAfter(end) ? vulnerabilitiesOf(child, end) : [];
    return found.length === 0
      ? undefined
      : {
          age: ageCell(child.ageOn(context.period.end)),
          ways: found.length,
          since: formatIsoDate(Math.min(...found.map(({ since }) => since))),
          flags: found.map(({ kind, since, why }) => `${kind} since ${formatIsoDate(since)}: ${why}`),
        };
  },
};

const disputes: ListDefinition = {
  id: 'open-disputes',
  title: 'Open disputes of reviewing officers',
  columns: columns({ disputes: 'Open', themes: 'Themes', stages: 'Stages', due: 'Next due', flags: 'Why' }),
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
  columns: columns({
    age: 'Age',
    service: 'Youth justice service',
    since: 'Plan since',
    linkedPlan: 'Linked plan',
    flags: 'Why',
  }),
  requirements: ['SAF-12'],
  row: (child, context) => {
    const { end } = context.period;
    const plan = child.records(youthJusticePlan).findLast((one) => openOn(one, end));
    if (!plan || !child.isLookedAfter(end)) return undefined;
    return {
      age: ageCell(child.ageOn(context.period.end)),
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
  columns: columns({
    age: 'Age',
    kind: 'Kind',
    since: 'Since',
    releaseDue: 'Release due',
    source: 'Known from',
    flags: 'Why',
  }),
  requirements: ['SAF-14', 'SAF-20'],
  row: (child, context) => {
    const { end } = context.period;
    const stay = secureStaysOf(child).findLast((one) => openOn(one, end));
    if (!stay) return undefined;
    const { releaseDue, accommodationPlanned, preSecurePanel } = stay.record ?? {};
    return {
      age: ageCell(child.ageOn(context.period.end)),
      kind: codeSets.SECURE_KIND.label(stay.kind),
      since: formatIsoDate(stay.start),
      releaseDue: dateCell(releaseDue),
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
  columns: columns({
    age: 'Age',
    since: 'Placed',
    miles: 'Miles from home',
    notified: 'Area told',
    lastVisit: 'Last visit',
    flags: 'Why',
  }),
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
      age: ageCell(child.ageOn(context.period.end)),
      since: formatIsoDate(since),
      miles: Number.isNaN(placementDistance) ? '' : placementDistance,
      notified: told ? formatIsoDate(told.notified) : '',
      lastVisit: dateCell(last),
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
  columns: columns({ age: 'Age', held: 'Panel', decision: 'Decision', confirmed: 'Confirmed', flags: 'Why' }),
  requirements: ['SAF-17'],
  row: (child, context) => {
    const last = child
      .records(panelDecision)
      .findLast(({ panel: at, held }) => at === 'resource-panel' && held <= context.period.end);
    return (
      last && {
        age: ageCell(child.ageOn(context.period.end)),
        held: formatIsoDate(last.held),
        decision: last.decision ?? '',
        confirmed: dateCell(last.confirmed),
        flags: last.decision === undefined ? ['no decision'] : [],
      }
    );
  },
};

/** Lists with a row a child, and flags that say why the child is on it. */
export const childLists = [missingTracker, vulnerable, disputes, youthJustice, secure, outOfArea, panel];
