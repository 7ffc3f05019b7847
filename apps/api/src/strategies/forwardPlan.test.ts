import { granted } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';

let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil();
  const commissioning = served.store.as({ user: 'commissioner-1', roles: ['commissioning'], from: 'test' });
  const administrator = served.store.as({ user: 'administrator-1', roles: ['administrator'], from: 'test' });
  granted(
    await administrator.create('board', {
      id: 'improvement',
      name: 'Improvement board',
      councils: ['city'],
      calendar: [{ on: '2026-09-12', priorities: ['p1'], topics: ['Attendance'] }],
    }),
  );
  granted(
    await commissioning.create('strategy', {
      id: 'city-2025',
      title: 'Strategy',
      councils: ['city'],
      reviewDates: ['2026-05-31', '2031-05-31'],
    }),
  );
  granted(
    await commissioning.create('priority', {
      id: 'p1',
      strategy: 'city-2025',
      name: 'Education',
      board: 'improvement',
    }),
  );
});
afterAll(() => served.close());

const plan = (question = '', who = 'member') => served.ask(who, `/strategies/forward-plan${question}`);

describe('the forward plan', () => {
  it('says which board looks at which priority when, and what is to be reviewed [D-GOV-03]', async () => {
    const { status, body } = await plan();
    expect(status).toBe(200);
    expect(body.entries.map(({ on, title }: { on: string; title: string }) => [on, title])).toEqual([
      ['2026-05-31', expect.stringContaining('Strategy')],
      ['2026-09-12', 'Improvement board'],
    ]);
    expect((await plan('?board=improvement')).body.entries).toHaveLength(1);
    expect((await plan('?from=2026-10-01&to=2026-12-31')).body.entries).toEqual([]);
  });

  it('is a calendar to subscribe to, of days that no zone can move', async () => {
    const { headers, text } = await plan('.ics');
    expect(headers.get('content-type')).toContain('text/calendar');
    expect(text).toContain('SUMMARY:Improvement board');
    expect(text).toContain('DTSTART;VALUE=DATE:20260912');
  });

  it('is refused where the question is none, and to who may not read strategies', async () => {
    expect((await plan('?from=soon')).status).toBe(400);
    expect((await plan('?from=2026-01-01&to=2025-01-01')).status).toBe(400);
    expect((await plan('?from=2026-01-01&to=2126-01-01')).status).toBe(400);
    expect((await plan('', 'designatedTeacher')).status).toBe(403);
  });
});
