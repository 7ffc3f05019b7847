import { describe, expect, it } from 'vitest';
import { defineCheck } from '../checks/check.ts';
import { day } from '../dates/day.ts';
import { financialYear } from '../dates/period.ts';
import { meeting, review, visit } from '../generated/records.ts';
import { defineIndicator } from '../indicators/indicator.ts';
import { columns } from '../plugin/cells.ts';
import { definePlugin } from '../plugin/plugin.ts';
import { defineRecord } from '../records/recordType.ts';
import { clocksOf, figureOf, findingsOf, listOf, many } from './asking.ts';
import { aChild, aCouncil } from './builders.ts';
import { lostInCsv } from './csv.ts';
import { hostileHistory } from './hostile.ts';
import { changedFigures, type Trial, unreached, wrongFigures, wrongFindings } from './invariants.ts';

const about = {
  definition: 'For a test.',
  population: 'children in care',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  source: 'a test',
  certainty: 'proposed',
} as const;

const careless = definePlugin({
  id: 'careless',
  title: 'Careless',
  indicators: [
    defineIndicator({ id: 'nobody', title: 'Nobody', ...about, measure: () => undefined }),
    defineIndicator({ id: 'beyond', title: 'Beyond', ...about, measure: () => Number.POSITIVE_INFINITY }),
  ],
  checks: [
    defineCheck({
      id: 'mumbles',
      title: 'Mumbles',
      record: 'review',
      fix: 'Say what.',
      find: (child) => [`held on ${child.records(review)[0]?.held}`],
    }),
  ],
  lists: [
    {
      id: 'ages',
      title: 'Ages',
      columns: columns({ age: 'Age' }),
      row: () => ({ age: Number.NaN, height: 1 }),
    },
  ],
});
const council = aCouncil({ plugins: [careless] });
const trial: Trial = { plugin: careless, council, periods: [financialYear(2018)], by: [['age']] };

describe('records that nobody would write', () => {
  it('are accepted by their schemas, and the same for the same seed', () => {
    const told = () => {
      const history = hostileHistory([review, visit, meeting], 5);
      return JSON.stringify([
        history.children.map((child) => [child.episodes, child.records(review), child.records(visit)]),
        history.otherRecords(meeting),
      ]);
    };
    expect(told()).toBe(told());
    const { children } = hostileHistory([review], 5, { children: 40 });
    expect(children).toHaveLength(40);
    expect(children.some((child) => child.records(review).length > 0)).toBe(true);
  });

  it('say what a plugin asks of them, and something else the second time', () => {
    const texts = { board: ['first-board', 'second-board'] };
    const boards = Array.from({ length: 30 }, (_, seed) =>
      hostileHistory([meeting], seed, { texts, secondTime: { board: 'third-board' } }).otherRecords(meeting),
    ).flatMap((meetings) => meetings.map(({ board }) => board));
    expect(new Set(boards)).toEqual(new Set([...texts.board, 'third-board']));
  });

  it('show what a plugin does wrong, and what they do not reach', () => {
    const history = hostileHistory([], 1);
    expect(wrongFigures(history, trial)).toContain("indicator 'beyond' in 2017/18 is Infinity");
    expect(wrongFindings(history, trial)).toEqual([
      "check 'mumbles' says 'held on undefined'",
      "list 'ages' fills columns it does not have: height",
      "list 'ages' shows 'NaN'",
    ]);
    expect(changedFigures(history, trial, aCouncil())).toEqual([]);
    expect(unreached([history], trial)).toEqual(['nobody']);
  });
});

describe('what a test asks a council', () => {
  const told = many(3, (i) => aChild({ id: `C${i}` }).startedOn('2017-06-01'));

  it('is a figure, the rows of a list, the findings of a check or the events of a duty', () => {
    expect(figureOf(council, 'children-in-care', told, financialYear(2018)).value).toBe(3);
    expect(listOf(council, 'ages', told, financialYear(2018))).toHaveLength(3);
    expect(findingsOf(council, told, '2018-03-31', 'mumbles')).toHaveLength(3);
    expect(findingsOf(council, told, '2018-03-31')[0]).toBe('mumbles: held on undefined');
    expect(clocksOf(council, 'first-review', told[0]!, '2018-03-31')[0]).toMatchObject({
      startedOn: day('2017-06-01'),
      status: 'overdue',
    });
  });

  it('has to be there', () => {
    expect(() => listOf(council, 'heights', told, financialYear(2018))).toThrow("there is no list 'heights'");
    expect(() => findingsOf(council, told, '2018-03-31', 'shouts')).toThrow("there is no check 'shouts'");
    expect(() => clocksOf(council, 'lunch', told[0]!, '2018-03-31')).toThrow("there is no duty 'lunch'");
  });
});

it('examples that CSV loses are named', async () => {
  expect(await lostInCsv([review, visit, meeting])).toEqual([]);
  const strict = defineRecord({ ...meeting, id: 'strict', validate: meeting.validate });
  expect(
    await lostInCsv([{ ...strict, schema: { ...meeting.schema, examples: [{ held: '2019-06-12' }] } }]),
  ).toEqual([expect.stringMatching(/^record 'strict': .*board/), "record 'strict': 0 of 1 came back"]);
});
