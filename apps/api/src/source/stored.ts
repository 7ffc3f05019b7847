import { grantsFor } from '@cic/access';
import {
  buildCareHistory,
  type CareHistory,
  type Council,
  computeIndicators,
  type Day,
  financialYear,
  financialYearOf,
  formatIsoDate,
  type Indicator,
  isDerived,
  type Period,
  parseIsoDate,
  periodKey,
  type RecordType,
} from '@cic/core';
import type { Child, Episode } from '@cic/core/records';
import { childInput, episodeInput, isRefusal, type Session, type StoredRecord } from '@cic/store';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Signed, StoredDeployment, WorkingDeployment } from '../deployment.ts';
import { groupBy } from '../groupBy.ts';
import { releasedFigures } from '../released/figures.ts';
import { ledgerOf } from '../released/ledger.ts';
import type { FigureQuestion, Figures, Source, Withheld } from './source.ts';

const sessionIn = (c: Context): Session => (c as Context<Signed>).var.session;

/** Records as somebody sees them, as a care history: of nothing else, and under the ids they see. */
export function historyFrom(
  records: readonly StoredRecord[],
  types: ReadonlyMap<string, RecordType<object>>,
): CareHistory {
  const byType = groupBy(records, ({ type }) => type);
  const of = (type: string): object[] => (byType.get(type) ?? []).map(({ record }) => record);
  return buildCareHistory({
    // A child whose own record they do not see is there with the id that other records of it have.
    children: of('child').map((record) => childInput(record as Child)),
    episodes: (of('episode') as Episode[]).filter(({ start }) => start !== undefined).map(episodeInput),
    records: [...byType]
      .filter(([type]) => type !== 'child' && type !== 'episode')
      .map(([type, found]) => ({ type: types.get(type)!, records: found.map(({ record }) => record) })),
  });
}

/**
 * The record types that a figure tells of: care, what the indicator rests on, and what shows that a duty was met. What
 * counts besides children (households, surveys, groups) may be any record of the plugin that is about no child.
 */
function recordsBehind(council: Council, indicator: Indicator): string[] {
  if (isDerived(indicator))
    return indicator.derivedFrom.flatMap((id) => recordsBehind(council, council.indicator(id)));
  const plugin = indicator.cases && council.plugins.find((one) => one.indicators?.includes(indicator));
  const cases = (plugin?.records ?? []).filter(({ subject }) => subject !== 'child');
  const evidence = council.duties.find(({ id }) => `${id}-on-time` === indicator.id)?.evidence ?? [];
  return ['child', 'episode', ...[...(indicator.restsOn ?? []), ...evidence, ...cases].map(({ id }) => id)];
}

/**
 * Whether somebody reads every record of the whole council that a figure tells of, by name or pseudonym: then it hides
 * nothing from them. Who reads no adoption file is given the figures of adoption as they are released.
 */
const seesBehind = (
  { council, store: { policy } }: WorkingDeployment,
  { asker }: Session,
  on: string,
): ((indicator: Indicator) => boolean) => {
  const seen = new Map<string, boolean>();
  const sees = (record: string): boolean => {
    const known = seen.get(record);
    if (known !== undefined) return known;
    const all = grantsFor(policy, asker, record, 'rows', { on }).some(({ reach }) => reach.kind === 'all');
    seen.set(record, all);
    return all;
  };
  return (indicator) => recordsBehind(council, indicator).every(sees);
};

/** Whether somebody sees any child at all, by name or pseudonym. */
const seesChildren = ({ policy }: StoredDeployment['store'], { asker }: Session, on: string): boolean =>
  asker.agency !== undefined || grantsFor(policy, asker, 'child', 'rows', { on }).length > 0;

/** Whether somebody may have figures at all: those that were released, at the least. */
export const mayHaveFigures = ({ policy }: StoredDeployment['store'], { asker }: Session): boolean =>
  asker.roles.some((role) => {
    const known = policy.roles.get(role);
    return known !== undefined && !known.seesNoChild;
  });

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());

export const asAtOf = ({ asAt = () => parseIsoDate(today()) }: WorkingDeployment): Day => asAt();

/** The last five financial years that are over. */
export function periodsOf(deployment: WorkingDeployment): readonly Period[] {
  const asAt = asAtOf(deployment);
  const last = financialYearOf(asAt);
  const over = financialYear(last).end <= asAt ? last : last - 1;
  return Array.from({ length: 5 }, (_, i) => financialYear(over - 4 + i));
}

/** Figures for somebody: in full where they see every record behind them, as they were released otherwise. */
export async function figuresOf(
  deployment: WorkingDeployment,
  session: Session,
  { indicator, periods, by }: FigureQuestion,
): Promise<Figures | Withheld> {
  const { council, store } = deployment;
  if (!mayHaveFigures(store, session)) {
    return { withheld: 'These roles are given no figures about children.', status: 403 };
  }
  const asAt = asAtOf(deployment);
  const released = !seesBehind(deployment, session, formatIsoDate(asAt))(indicator);
  await session.noteFigures({ indicator: indicator.id, periods: periods.map(periodKey), by, released });
  const without = released ? new Set<string>() : await store.hiddenFrom(session.asker);
  const history = await store.history.current({ without });
  const compute = (which: typeof indicator, over: typeof periods, table = by) =>
    computeIndicators({
      council,
      historyFor: () => history,
      indicators: [which],
      periods: over,
      ...(table.length > 0 ? { by: [table] } : {}),
    });
  if (!released) return { figures: compute(indicator, periods), released };
  return releasedFigures({ council, compute, ledger: ledgerOf(store), asAt, indicator, periods, by });
}

/** Children in a store, for whoever is signed in, as the policy has it. */
export function storedSource(deployment: StoredDeployment): Source {
  const { council, store, note } = deployment;
  const asAt = () => asAtOf(deployment);
  return {
    council,
    ...(note === undefined ? {} : { note }),
    asAt,
    periods: () => periodsOf(deployment),
    async inSight(c, { action, only, child }) {
      const session = sessionIn(c);
      if (!seesChildren(store, session, formatIsoDate(asAt()))) {
        throw new HTTPException(403, { message: 'These roles are given no children, only figures.' });
      }
      const records =
        child === undefined
          ? await session.inSight({ action, ...(only ? { only } : {}) })
          : await session.child(child);
      return historyFrom(isRefusal(records) ? [] : records, store.policy.records);
    },
    figures: (c, question) => figuresOf(deployment, sessionIn(c), question),
    async allFigures(c, periods) {
      const session = sessionIn(c);
      const indicators = council.indicators.filter(seesBehind(deployment, session, formatIsoDate(asAt())));
      if (indicators.length === 0) {
        return { withheld: 'These roles are given figures one by one, as they are released.', status: 403 };
      }
      await session.noteFigures({ periods: periods.map(periodKey) });
      const history = await store.history.current({ without: await store.hiddenFrom(session.asker) });
      return {
        figures: computeIndicators({ council, historyFor: () => history, indicators, periods }),
        released: false,
      };
    },
  };
}
