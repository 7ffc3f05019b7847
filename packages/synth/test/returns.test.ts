import { type Day, day, formatReturnDate, parseReturnDate } from '@cic/core';
import { type Provider, provider } from '@cic/core/records';
import {
  type Provider as OfstedEntry,
  type ProviderList,
  readReturn,
  returnFromCells,
  ruleByCode,
  toCareHistories,
  type Validation,
  validateReturn,
  writeCsv,
} from '@cic/ssda903';
import { describe, expect, it } from 'vitest';
import { type SyntheticCouncil, type SyntheticReturn, synthesise, toReturns } from '../src/index.ts';

/**
 * What the rules still say, and why it stands:
 * - 1001, 1002: they see two years of episodes, and care leavers of 19 to 21 left before that.
 * - 1016: its limits of age are in mean years, so somebody who turns 19 on 31 March counts as 18.
 * - 202: the codes for sex changed from 1 and 2 to M and F in 2025.
 * - 503F: semi-independent accommodation got its registration, and with it a URN, in the year to March 2024.
 * - 624: a mother who is now a care leaver has no MOTHER (rule 628) and so no MC_DOB (rule 612), which she had last year.
 * - 632: an order that ended in the same year as the care it led to, which the rule takes for the start it looks at.
 * - SW11bSTG2: care, and with it the last worker's time, may end in the last days of March.
 * - SW12STG2: asks of every worker a child had in two years that they came after the start and before the end.
 * - SW17STG2: a child who left care has no worker any longer.
 */
const DEFENSIBLE = new Set([
  '1001',
  '1002',
  '1016',
  '202',
  '503F',
  '624',
  '632',
  'SW11bSTG2',
  'SW12STG2',
  'SW17STG2',
]);

const FOSTERING = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'A5', 'A6'];

/** The council's providers as Ofsted's list has them. */
function ofstedList(council: SyntheticCouncil): ProviderList {
  const list = new Map<string, OfstedEntry[]>();
  for (const input of council.records) {
    if (input.type.id !== provider.id || !('records' in input)) continue;
    for (const one of input.records as readonly Provider[]) {
      if (!one.urn) continue;
      const types = one.capacity?.flatMap(({ placementTypes = [] }) => placementTypes) ?? FOSTERING;
      list.set(one.urn, [
        {
          urn: one.urn,
          placementCodes: one.kind === 'supported-accommodation' ? [...types, 'H5'] : types,
          providerCodes: [one.sector!],
          postcode: one.postcode!.replace(' ', ''),
          registrationEnd: Number.NaN,
          authority: one.authority!,
        },
      ]);
    }
  }
  return list;
}

/** Codes of the rules that found something, with the number of rows. */
const found = (validation: Validation): Map<string, number> =>
  new Map(
    Object.entries(validation.rules).flatMap(([code, result]) => {
      const rows =
        result.status === 'checked'
          ? Object.values(result.rows).reduce((sum, list) => sum + list.length, 0)
          : 0;
      return rows > 0 ? [[code, rows] as const] : [];
    }),
  );

function check(
  council: SyntheticCouncil,
  made: SyntheticReturn,
  before: SyntheticReturn | undefined,
): Validation {
  return validateReturn({
    year: made.year,
    authority: council.council.code,
    now: returnFromCells(made.tables),
    ...(before ? { last: returnFromCells(before.tables) } : {}),
    postcodes: council.postcodes,
    providers: ofstedList(council),
  });
}

describe('the return of a synthetic council', () => {
  it.each([1, 2, 3, 4])(
    'passes the rules of five collection years but for what can be defended (seed %i)',
    (seed) => {
      const council = synthesise({ seed, children: 250, years: [2022, 2027] });
      const returns = toReturns(council, [2022, 2023, 2024, 2025, 2026, 2027]);
      returns.slice(1).forEach((made, i) => {
        const validation = check(council, made, returns[i]);
        const skipped = Object.values(validation.rules).filter(({ status }) => status === 'skipped');
        expect(skipped.length).toBeLessThan(5);
        expect([...found(validation).keys()].filter((code) => !DEFENSIBLE.has(code))).toEqual([]);
        for (const code of found(validation).keys()) expect(ruleByCode.has(code)).toBe(true);
      });
    },
  );

  it('reads back as the same care history as the council’s own', () => {
    const council = synthesise({ seed: 5, children: 120, years: [2023, 2025] });
    const returns = toReturns(council, [2023, 2024, 2025]).map(({ year, tables }) => ({
      year,
      return: readReturn(writeCsv(tables)).return,
    }));
    const histories = toCareHistories(returns);
    expect(histories.findings).toEqual([]);
    for (const year of [2023, 2024, 2025]) {
      const end = day(`${year}-03-31`);
      const ids = (history: typeof council.history): string[] =>
        history.children
          .filter((child) => child.isLookedAfter(end))
          .map(({ id }) => id)
          .sort();
      expect(ids(histories.historyFor(end))).toEqual(ids(council.history));
    }
  });

  it('tells nothing that was not known on its 31 March', () => {
    const council = synthesise({ seed: 6, children: 150, years: [2023, 2025] });
    for (const { year, tables } of toReturns(council, [2023, 2024, 2025])) {
      const end = day(`${year}-03-31`);
      const expected = new Set(['DUC']);
      for (const rows of Object.values(tables)) {
        for (const row of rows) {
          for (const [column, text] of Object.entries(row)) {
            const date: Day = parseReturnDate(text);
            if (Number.isNaN(date) || expected.has(column)) continue;
            expect([formatReturnDate(date), date <= end]).toEqual([text, true]);
          }
        }
      }
    }
  });

  it('is refused for a year the council was not made for', () => {
    const council = synthesise({ seed: 1, children: 10, years: [2024, 2025] });
    expect(() => toReturns(council, [2023])).toThrow(
      'the council has returns for 2024 to 2025, but 2023 was asked for',
    );
  });
});

describe('errors planted in a return', () => {
  it('are listed, and each is found by the rule that is named', () => {
    const council = synthesise({ seed: 9, children: 300, years: [2025, 2026] });
    const [before] = toReturns(council, [2025]);
    const [made] = toReturns(council, [2026], { errors: 60 });
    expect(made!.planted).toHaveLength(60);
    const { rules } = check(council, made!, before);
    for (const { rule, table, row, column, before: was, after } of made!.planted) {
      const result = rules[rule];
      expect(
        result?.status === 'checked' && result.rows[table]?.includes(row),
        `${rule} in ${table} ${row}`,
      ).toBe(true);
      expect(made!.tables[table]![row]![column]).toBe(after);
      expect(was).not.toBe(after);
    }
    expect(new Set(made!.planted.map(({ rule }) => rule)).size).toBeGreaterThan(15);
  });

  it('are none unless asked for, and no more than there are rows', () => {
    const council = synthesise({ seed: 9, children: 2, years: [2026, 2026] });
    expect(toReturns(council, [2026])[0]!.planted).toEqual([]);
    const many = toReturns(council, [2026], { errors: 100_000 })[0]!;
    const rows = Object.values(many.tables).reduce((sum, list) => sum + list.length, 0);
    expect(many.planted.length).toBeLessThanOrEqual(rows);
    expect(many.planted.length).toBeGreaterThan(rows / 3);
  });
});
