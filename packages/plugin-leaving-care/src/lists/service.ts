import {
  addMonths,
  ageCell,
  columns,
  computeIndicators,
  dateCell,
  isDerived,
  type ListDefinition,
  longDate,
  type MeasureContext,
  percentCell,
  printValue,
  within,
} from '@cic/core';
import { livingOn } from '../facts/living.ts';
import { careLeaverAt, servedStatus } from '../facts/people.ts';
import { codeSets } from '../generated/codeSets.ts';
import { careLeaverSurvey, immigrationStatus, workPlacement } from '../generated/records.ts';
import { answersTo, lastSurvey } from '../indicators/surveys.ts';
import { openItems, transitionOn } from '../indicators/transitions.ts';
import { projectCareLeavers } from '../projection/projection.ts';
import { wasUnaccompanied } from '../status/status.ts';

const YEARS = 4;
const [FIRST, LAST] = [19, 25] as const;

/** Numbers by age on a day: care leavers from 19 on; below, everybody with a status, as they grow into the table. */
function stockByAge(context: MeasureContext): Record<number, number> {
  const { history, period } = context;
  const stock: Record<number, number> = {};
  for (const child of history.children) {
    const age = child.ageOn(period.end);
    const counts =
      age >= FIRST
        ? careLeaverAt(child, period.end, context)
        : age >= 16 &&
          ['eligible', 'relevant', 'former-relevant'].includes(
            servedStatus(child, period.end, context) ?? '',
          );
    if (counts) stock[age] = (stock[age] ?? 0) + 1;
  }
  return stock;
}

/** Who turns 19 in each projected year: the council's assumption, or those known at 18, 17 and 16, then their mean. */
function entrantsOf(
  stock: Readonly<Record<number, number>>,
  { parameter }: Pick<MeasureContext, 'parameter'>,
): number[] {
  const assumed = parameter('projected-entrants');
  const known = [18, 17, 16].map((age) => stock[age] ?? 0);
  const mean = Math.round(known.reduce((sum, n) => sum + n, 0) / known.length);
  return Array.from(
    { length: YEARS },
    (_, year) => (assumed >= 0 ? assumed : (known[year] ?? mean)) + parameter('projected-unaccompanied'),
  );
}

const projection: ListDefinition = {
  id: 'care-leaver-projection',
  title: 'Care leavers of 19 to 25, projected',
  columns: [
    { id: 'year', title: 'As at' },
    { id: 'kind', title: 'Actual or projected' },
    ...Array.from({ length: LAST - FIRST + 1 }, (_, i) => ({
      id: `age${FIRST + i}`,
      title: String(FIRST + i),
    })),
    { id: 'total', title: 'Total' },
  ],
  requirements: ['D-LEA-03', 'D-LEA-04', 'D-LEA-05'],
  rows: (context) => {
    const stock = stockByAge(context);
    const years = projectCareLeavers(stock, {
      fromAge: FIRST,
      toAge: LAST,
      entrants: entrantsOf(stock, context),
    });
    return years.map(({ yearsOn, kind, byAge, total }) => ({
      year: longDate(addMonths(context.period.end, 12 * yearsOn)),
      kind,
      ...Object.fromEntries(Object.entries(byAge).map(([age, number]) => [`age${age}`, number])),
      total,
    }));
  },
};

/** The hard figures that stand beside the answers, by outcome. */
const HARD_FIGURES: Readonly<Record<string, readonly string[]>> = {
  prepared: ['pathway-plan-own-part', 'independence-preparation', 'care-leavers-tenancy-ready'],
  opportunity: ['care-leavers-eet-19-21', 'ring-fenced-posts-held'],
  stability: ['care-leavers-suitable-accommodation', 'staying-put', 'bed-and-breakfast', 'adviser-changes'],
  health: ['transition-plan-in-place'],
  money: ['entitlements-taken-up', 'local-offer-given'],
};

/** What care leavers said and what is counted, for each of the five outcomes. */
const outcomes: ListDefinition = {
  id: 'keep-on-caring-outcomes',
  title: 'The five outcomes for care leavers: what they say and what is counted',
  columns: columns({
    outcome: 'Outcome',
    kind: 'Survey or figure',
    what: 'Question or indicator',
    value: 'Value',
    base: 'Of',
  }),
  requirements: ['D-LEA-29'],
  *rows({ council, history, period }) {
    const survey = lastSurvey(history, period);
    const wanted = council.indicators.filter((one) => Object.values(HARD_FIGURES).flat().includes(one.id));
    const figures = new Map(
      computeIndicators({ council, historyFor: () => history, indicators: wanted, periods: [period] }).map(
        (one) => [one.indicator.id, one],
      ),
    );
    for (const { code, label } of codeSets.KEEP_ON_CARING_OUTCOME.codes) {
      for (const question of codeSets.KEEP_ON_CARING_QUESTION.codes) {
        const answers = survey && question.outcome === code ? answersTo(survey, question.code) : undefined;
        if (answers === undefined || answers.all + answers.silent === 0) continue;
        const base = answers.all + answers.silent;
        yield {
          outcome: label,
          kind: 'survey',
          what: question.label,
          value: percentCell(answers.so, base),
          base,
        };
      }
      for (const id of HARD_FIGURES[code] ?? []) {
        const one = figures.get(id);
        if (!one || one.value === null) continue;
        yield {
          outcome: label,
          kind: 'figure',
          what: one.indicator.title,
          value: printValue(one.indicator, one.value),
          base: isDerived(one.indicator) ? '' : (one.denominator ?? ''),
        };
      }
    }
  },
};

const surveys: ListDefinition = {
  id: 'care-leaver-surveys',
  title: 'Surveys of care leavers',
  columns: columns({
    survey: 'Survey',
    held: 'Held',
    answered: 'Answered',
    response: 'Response',
    fedBack: 'Fed back',
    flags: 'To look at',
  }),
  requirements: ['LVC-18'],
  rows: ({ history, period: { end }, parameter }) => {
    const held = history.otherRecords(careLeaverSurvey).filter((one) => one.held <= end);
    return held.map((one, i) => {
      const next = held[i + 1];
      const due = addMonths(one.held, parameter('survey-months'));
      return {
        survey: one.id,
        held: dateCell(one.held),
        answered: one.answered,
        response: one.invited === undefined ? '' : percentCell(one.answered, one.invited),
        fedBack: dateCell(one.feedbackGiven),
        flags: [
          ...(one.feedbackGiven === undefined ? ['no feedback to young people'] : []),
          ...(next === undefined
            ? due < end
              ? [`next survey was due on ${longDate(due)}`]
              : []
            : next.held > due + 31
              ? [`next survey held late, on ${longDate(next.held)}`]
              : []),
        ],
      };
    });
  },
};

const transitions: ListDefinition = {
  id: 'adult-transitions-list',
  title: 'Moving on to adult services',
  columns: columns({
    child: 'Young person',
    age: 'Age',
    service: 'Service',
    identified: 'Seen',
    planned: 'Planned',
    disabled: 'Disability',
    flags: 'Still open',
  }),
  requirements: ['LVC-07', 'LVC-19', 'D-LEA-30'],
  row: (child, { period: { end } }) => {
    const one = transitionOn(child, end);
    if (!one) return undefined;
    return {
      child: child.id,
      age: ageCell(child.ageOn(end)),
      service: codeSets.ADULT_SERVICE.label(one.service),
      identified: dateCell(one.identified),
      planned: dateCell(one.planned),
      disabled: child.disabled === true,
      flags: [
        ...(one.planned === undefined || one.planned > end ? ['no transition plan'] : []),
        ...openItems(one, end).map((item) => codeSets.TRANSITION_ITEM.label(item)),
      ],
    };
  },
};

const unaccompanied: ListDefinition = {
  id: 'uasc-care-leavers-list',
  title: 'Formerly unaccompanied care leavers',
  columns: columns({
    child: 'Care leaver',
    age: 'Age',
    location: 'Inside or outside the area',
    status: 'Immigration status',
    until: 'Leave until',
    early: 'First decision before 18',
    flags: 'To look at',
  }),
  requirements: ['LVC-16', 'D-LEA-31'],
  row: (child, context) => {
    const { end } = context.period;
    if (!wasUnaccompanied(child) || !careLeaverAt(child, end, context)) return undefined;
    const all = child.records(immigrationStatus).filter(({ from }) => from <= end);
    const last = all.at(-1);
    const decided = all.find((one) => one.decided !== undefined)?.decided;
    return {
      child: child.id,
      age: ageCell(child.ageOn(end)),
      location: livingOn(child, end)?.record?.location ?? '',
      status: last === undefined ? '' : codeSets.IMMIGRATION_STATUS.label(last.status),
      until: dateCell(last?.until),
      early: decided !== undefined && decided < child.birthday(18),
      flags:
        last === undefined
          ? ['no immigration status on record']
          : last.status === 'claim-pending'
            ? ['not decided']
            : [],
    };
  },
};

const work: ListDefinition = {
  id: 'work-placements-list',
  title: 'Work placements and what followed',
  columns: columns({
    scheme: 'Scheme',
    placed: 'Placed',
    work: 'In work',
    college: 'At college',
    other: 'Other',
    unknown: 'Not known',
    jobs: 'Jobs accepted',
  }),
  requirements: ['LVC-11'],
  rows: ({ history, period }) => {
    const begun = history.children.flatMap((child) =>
      child.records(workPlacement).filter(({ start }) => within(start, period)),
    );
    return codeSets.WORK_SCHEME.codes.flatMap(({ code, label }) => {
      const here = begun.filter(({ scheme }) => scheme === code);
      if (here.length === 0) return [];
      const after = (outcome: string) => here.filter((one) => (one.outcome ?? 'unknown') === outcome).length;
      return {
        scheme: label,
        placed: here.length,
        work: after('work'),
        college: after('college'),
        other: after('other'),
        unknown: after('unknown'),
        jobs: here.filter(({ jobAccepted }) => jobAccepted === true).length,
      };
    });
  },
};

/** Lists of the service as a whole. */
export const serviceLists = [projection, outcomes, surveys, transitions, unaccompanied, work];
