import { parseIsoDate } from '../src/dates/day.ts';
import type { Action, IndicatorValue, Objective } from '../src/generated/types.ts';
import {
  applyImport,
  checkStrategies,
  exportPlan,
  forwardPlan,
  previewImport,
  type StrategyRecords,
  strategyBook,
} from '../src/strategies/index.ts';

const STRATEGIES = 25;
const ACTIONS = 250;
const SIZES = [1, 4, 16];
const ROUNDS = 5;
const asAt = parseIsoDate('2019-10-10');

const year = (end: number) => ({
  kind: 'financial-year' as const,
  start: `${end - 1}-04-01` as const,
  end: `${end}-03-31` as const,
});

/** Strategies of which every fourth action lacks something, and half of whose indicators got worse. */
function recordsOf(strategies: number, actionsEach: number): StrategyRecords {
  const indices = Array.from({ length: strategies }, (_, i) => i);
  const indicators = Array.from({ length: 40 }, (_, i) => `indicator-${i}`);
  const objectives = indices.flatMap((s) =>
    Array.from(
      { length: actionsEach / 10 },
      (_, i): Objective => ({
        id: `o${i}`,
        strategy: `s${s}`,
        priority: `p${i % 5}`,
        text: `Objective ${i} of strategy ${s}.`,
        indicators: [indicators[(s + i) % indicators.length]!],
      }),
    ),
  );
  const actions = indices.flatMap((s) =>
    Array.from(
      { length: actionsEach },
      (_, i): Action => ({
        id: `a${i}`,
        strategy: `s${s}`,
        priority: `p${Math.floor(i / 10) % 5}`,
        objectives: [`o${Math.floor(i / 10)}`],
        text: `Action ${i} of strategy ${s}.`,
        status: i % 3 === 0 ? 'in-progress' : 'not-started',
        rag: i % 2 === 0 ? 'green' : 'amber',
        ...(i % 4 === 1 ? {} : { owners: [{ role: `Head of service ${i % 30}` }] }),
        ...(i % 4 === 2 ? {} : { timescale: { due: i % 8 < 4 ? '2019-06-30' : '2020-06-30' } }),
        ...(s === 0 ? {} : { carriedFrom: { strategy: `s${s - 1}`, action: `a${i}` } }),
      }),
    ),
  );
  return {
    strategies: indices.map((s) => ({
      id: `s${s}`,
      title: `Strategy ${s}`,
      councils: ['c'],
      start: '2019-04-01',
    })),
    priorities: indices.flatMap((s) =>
      [0, 1, 2, 3, 4].map((p) => ({ id: `p${p}`, strategy: `s${s}`, name: `Priority ${p}`, board: 'b' })),
    ),
    objectives,
    actions,
    boards: [
      { id: 'b', name: 'Board', councils: ['c'], meetingCycle: 'monthly', calendar: [{ on: '2019-10-11' }] },
    ],
    indicators: indicators.map((id) => ({
      id,
      title: id,
      definition: id,
      unit: 'percent',
      polarity: 'lower',
    })),
    values: indicators.flatMap((indicator, i): IndicatorValue[] => [
      { indicator, period: year(2018), value: 10 },
      { indicator, period: year(2019), value: i % 2 === 0 ? 11 : 9 },
    ]),
  };
}

function milliseconds(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1]!;
}

function row(name: string, strategies: number, actionsEach: number) {
  const records = recordsOf(strategies, actionsEach);
  const text = JSON.stringify(records);
  const book = strategyBook(records);
  const file = exportPlan(records, 's0');
  const options = { strategy: 's0', asAt };
  const findings = checkStrategies(book, { asAt }).length;
  const parse = milliseconds(() => JSON.parse(text));
  const look = milliseconds(() => strategyBook(records));
  const check = milliseconds(() => checkStrategies(book, { asAt }));
  const plan = milliseconds(() => forwardPlan(book, { from: asAt, to: asAt + 365, actions: true }));
  const taken = milliseconds(() => applyImport(records, previewImport(records, file, options)));
  return [
    name,
    strategies * actionsEach,
    findings,
    ...[parse, look, check, plan, taken].map((time) => Math.round(time * 10) / 10),
    ((look + check) / parse).toFixed(2),
  ];
}

/** All queries over ever more strategies, beside reading the same records with JSON.parse. */
export function bench() {
  return [
    {
      title: 'Strategies: looking up, all queries, the forward plan, and importing one plan again',
      columns: [
        'strategies × actions',
        'actions',
        'findings',
        'JSON.parse, ms',
        'look-up, ms',
        'all queries, ms',
        'forward plan, ms',
        'import of one plan, ms',
        'look-up and queries ÷ JSON.parse',
      ],
      rows: [
        ...SIZES.map((size) => row(`${STRATEGIES * size} × ${ACTIONS}`, STRATEGIES * size, ACTIONS)),
        row('100 × 1,000', 100, 1000),
      ],
    },
  ];
}
