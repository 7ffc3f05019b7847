import { day } from '@cic/core';
import type { Board } from '@cic/core/records';
import { describe, expect, it } from 'vitest';
import { reportsDue } from '../src/index.ts';

const board = (facts: Partial<Board>): Board => ({
  id: 'corporate-parenting-board',
  name: 'Corporate Parenting Board',
  councils: ['northshire'],
  ...facts,
});
const between = { from: day('2026-04-01'), to: day('2026-09-30'), asAt: day('2026-06-15'), received: [] };
const pack = 'corporate-parenting-board-pack';

describe('what is due for which board', () => {
  it('follows the calendar of its meetings, with what each looks at [D-GOV-03]', () => {
    const calendar = [
      { on: '2026-05-12' as const, topics: ['Health'] },
      { on: '2026-07-14' as const, topics: ['Education'] },
      { on: '2027-01-12' as const },
    ];
    const due = reportsDue({ ...between, boards: [board({ calendar })] });
    expect(due.map(({ on, topics, overdue }) => [on, topics, overdue])).toEqual([
      ['2026-05-12', ['Health'], true],
      ['2026-07-14', ['Education'], false],
    ]);
  });

  it('counts a cycle from the day the board last received the report, and says when that was [GOV-07]', () => {
    const due = reportsDue({
      ...between,
      boards: [board({ meetingCycle: 'two-monthly' })],
      received: [
        { board: 'corporate-parenting-board', report: pack, on: '2026-03-10' },
        { board: 'corporate-parenting-board', report: pack, on: '2026-05-12' },
        { board: 'scrutiny', report: pack, on: '2026-06-01' },
      ],
    });
    expect(due.map(({ on, lastReceived }) => [on, lastReceived])).toEqual([
      ['2026-07-12', '2026-05-12'],
      ['2026-09-12', '2026-05-12'],
    ]);
  });

  it('has nothing due on its own for a board that asks when it needs one', () => {
    const asking = board({ meetingCycle: 'as-needed' });
    const received = [{ board: asking.id, report: pack, on: '2026-05-12' }];
    expect(reportsDue({ ...between, boards: [asking], received })).toEqual([]);
    expect(reportsDue({ ...between, boards: [asking] })).toEqual([]);
    expect(reportsDue({ ...between, boards: [board({})] })).toEqual([]);
    expect(reportsDue({ ...between, boards: [board({ meetingCycle: 'quarterly' })] })[0]!.on).toBe(
      '2026-04-01',
    );
  });
});
