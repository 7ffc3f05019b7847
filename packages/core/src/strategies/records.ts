import * as types from '../generated/records.ts';
import type {
  Action,
  Board,
  Claim,
  ComparatorValue,
  IndicatorDefinition,
  IndicatorValue,
  Meeting,
  Objective,
  Post,
  Priority,
  Protocol,
  Strategy,
  Target,
} from '../generated/types.ts';
import type { Problem } from '../validation/problem.ts';
import { validate } from '../validation/validate.ts';

/** Everything a council keeps of its strategies: plain lists of records, as files and the store hold them. */
export interface StrategyRecords {
  readonly strategies?: readonly Strategy[];
  readonly priorities?: readonly Priority[];
  readonly objectives?: readonly Objective[];
  readonly actions?: readonly Action[];
  readonly targets?: readonly Target[];
  readonly claims?: readonly Claim[];
  readonly boards?: readonly Board[];
  readonly meetings?: readonly Meeting[];
  readonly protocols?: readonly Protocol[];
  readonly posts?: readonly Post[];
  readonly indicators?: readonly IndicatorDefinition[];
  readonly values?: readonly IndicatorValue[];
  readonly comparators?: readonly ComparatorValue[];
}

/** The record type behind each list of {@link StrategyRecords}. */
export const strategyRecordTypes = {
  strategies: types.strategy,
  priorities: types.priority,
  objectives: types.objective,
  actions: types.action,
  targets: types.target,
  claims: types.claim,
  boards: types.board,
  meetings: types.meeting,
  protocols: types.protocol,
  posts: types.post,
  indicators: types.indicatorDefinition,
  values: types.indicatorValue,
  comparators: types.comparatorValue,
} as const satisfies Record<keyof StrategyRecords, unknown>;

const LISTS = Object.keys(strategyRecordTypes) as readonly (keyof StrategyRecords)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a file of strategy records, or the records: each validated by its schema. */
export function readStrategyRecords(
  value: unknown,
):
  | { readonly records: StrategyRecords; readonly problems: readonly [] }
  | { readonly records?: undefined; readonly problems: readonly Problem[] } {
  const known = LISTS.join(', ');
  if (!isObject(value)) return { problems: [wrong('', value, `an object with lists of records: ${known}`)] };
  const problems = Object.entries(value).flatMap(([list, records]): Problem[] => {
    if (!Object.hasOwn(strategyRecordTypes, list))
      return [wrong(`/${list}`, list, `one of the lists ${known}`)];
    if (!Array.isArray(records)) return [wrong(`/${list}`, records, 'a list of records')];
    const type = strategyRecordTypes[list as keyof StrategyRecords];
    return records.flatMap((record, i) =>
      validate(type, record).map((found) => ({
        ...found,
        path: `/${list}/${i}${found.path}`,
        message: `${list}[${i}]${named(record)}: ${found.message}`,
      })),
    );
  });
  return problems.length === 0 ? { records: value as StrategyRecords, problems: [] } : { problems };
}

const named = (record: unknown): string =>
  isObject(record) && typeof record.id === 'string' ? ` (${record.id})` : '';

const wrong = (path: string, value: unknown, expected: string): Problem => ({
  path,
  value,
  expected,
  message: `${path === '' ? 'the file' : path.slice(1)} must be ${expected}`,
});

/** Records of several files as one: lists one after the other. */
export function joinStrategyRecords(all: readonly StrategyRecords[]): StrategyRecords {
  const joined: Record<string, unknown[]> = {};
  for (const records of all)
    for (const list of LISTS) {
      const more = records[list];
      if (more) joined[list] = [...(joined[list] ?? []), ...more];
    }
  return joined as StrategyRecords;
}
