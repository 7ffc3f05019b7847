import { policyOf } from '@cic/access';
import { startEmbedded } from '@cic/store';
import { granted, openTestStore } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../app.ts';
import { migrations } from '../migrations.ts';
import { developmentSignIn } from '../signIn/development.ts';
import { aServedCouncil, people, type ServedCouncil } from '../testing/council.ts';

const RECORDS: readonly (readonly [string, object])[] = [
  ['strategy', { id: 'city-2025', title: 'Strategy', councils: ['city'], reviewDates: ['2027-05-31'] }],
  ['priority', { id: 'p1', strategy: 'city-2025', name: 'Education' }],
  ['objective', { id: 'o1', strategy: 'city-2025', priority: 'p1', text: 'Attend every day.' }],
  ['objective', { id: 'o2', strategy: 'city-2025', priority: 'p1', text: 'Read for pleasure.' }],
  [
    'action',
    {
      id: 'late',
      strategy: 'city-2025',
      objectives: ['o1'],
      text: 'Call schools every morning.',
      owners: [{ role: 'Virtual school head' }],
      timescale: { due: '2026-03-01' },
      status: 'in-progress',
      impact: 'Fewer days missed.',
    },
  ],
  [
    'action',
    { id: 'nobody', strategy: 'city-2025', objectives: ['o1'], text: 'Train.', impact: 'Confidence.' },
  ],
];

let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil();
  const commissioning = served.store.as({ user: 'commissioner-1', roles: ['commissioning'], from: 'test' });
  for (const [type, record] of RECORDS) granted(await commissioning.create(type, { ...record }));
});
afterAll(() => served.close());

const found = async (question: string, who = 'member') => {
  const { status, body } = await served.ask(who, `/strategies/findings${question}`);
  expect([question, status]).toEqual([question, 200]);
  return body.findings.map(({ query, id }: { query: string; id: string }) => `${query} ${id}`);
};

describe('what is the matter with strategies', () => {
  it('STR-06, STR-10, STR-11: overdue, without owner, date, action or evidence, as at a day', async () => {
    expect(await found('')).toEqual([
      'overdue late',
      'without-owner nobody',
      'without-date nobody',
      'without-evidence late',
      'objective-without-action o2',
    ]);
    expect(await found('?query=overdue&as-at=2026-03-01')).toEqual([]);
    const { body } = await served.ask('member', '/strategies/findings?query=overdue');
    expect(body).toMatchObject({
      asAt: '2026-03-31',
      findings: [{ dueOn: '2026-03-01', daysLate: 30, owners: ['Virtual school head'] }],
    });
  });

  it('is asked by query, strategy and owner', async () => {
    expect(await found('?query=without-date&query=overdue')).toEqual(['overdue late', 'without-date nobody']);
    expect(await found('?owner=Virtual%20school%20head')).toEqual(['overdue late', 'without-evidence late']);
    expect(await found('?strategy=another')).toEqual([]);
    expect(await found('?board=another')).toEqual([]);
  });

  it('is told to whoever reads all of the strategies, and to nobody else', async () => {
    expect(await found('?query=overdue', 'worker')).toEqual(['overdue late']);
    for (const who of ['administrator', 'records', 'designatedTeacher']) {
      const { status, text } = await served.ask(who, '/strategies/findings');
      expect([who, status]).toEqual([who, 403]);
      expect(text).not.toContain('late');
    }
  });

  it('is told to nobody from whom a field is hidden: an owner they do not see is not a missing one', async () => {
    const pglite = await startEmbedded();
    const overrides = [
      { role: 'lead-member', record: 'action', read: 'whole council' as const, hidden: ['owners'] },
    ];
    const policy = policyOf(served.council, { overrides });
    const store = await openTestStore(pglite, { policy, migrations });
    const signIn = developmentSignIn({ people, database: store.kind, environment: undefined });
    const api = createApi({ council: served.council, store, signIn });
    const asked = (who: string) =>
      api.request('/strategies/findings', { headers: { authorization: `Development ${who}` } });
    expect([(await asked('member')).status, (await asked('nurse')).status]).toEqual([403, 200]);
    await pglite.close();
  });

  it.each([
    ['?query=everything', 'query.0'],
    ['?as-at=31%20March', 'as-at'],
    ['?as-at=2026-02-30', 'as-at'],
    ['?board=a&board=b', 'board'],
    ['?owner=', 'owner'],
    ['?limit=1', ''],
  ])('says by name what is wrong in %s', async (question, path) => {
    const { status, body } = await served.ask('member', `/strategies/findings${question}`);
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });
});

describe('what is still to be done', () => {
  const open = async (question: string) => {
    const { status, body } = await served.ask('member', `/actions${question}`);
    expect([question, status]).toEqual([question, 200]);
    return body.actions.map(({ action, dueOn }: { action: { id: string }; dueOn?: string }) => [
      action.id,
      dueOn,
    ]);
  };

  it('is listed by owner, board and the day it is due, the first first [D-API-09]', async () => {
    expect(await open('')).toEqual([
      ['late', '2026-03-01'],
      ['nobody', undefined],
    ]);
    expect(await open('?owner=Virtual%20school%20head')).toEqual([['late', '2026-03-01']]);
    expect(await open('?due-before=2026-03-01')).toEqual([]);
    expect(await open('?due-before=2026-03-02')).toEqual([['late', '2026-03-01']]);
    expect(await open('?board=another')).toEqual([]);
    expect(await open('?strategy=another')).toEqual([]);
  });

  it('follows the board of its priority, until the action is done', async () => {
    const commissioning = served.store.as({ user: 'commissioner-1', roles: ['commissioning'], from: 'test' });
    const records: readonly (readonly [string, object])[] = [
      ['board', { id: 'homes-board', name: 'Homes board', councils: ['city'] }],
      ['priority', { id: 'p2', strategy: 'homes-2025', name: 'Homes', board: 'homes-board' }],
      ['strategy', { id: 'homes-2025', title: 'Homes', councils: ['city'] }],
      [
        'action',
        {
          id: 'done',
          strategy: 'homes-2025',
          priority: 'p2',
          text: 'Visit.',
          status: 'done',
          completed: '2026-02-01',
        },
      ],
    ];
    for (const [type, record] of records) granted(await commissioning.create(type, { ...record }));
    expect(await open('?board=homes-board')).toEqual([]);
    expect(await open('?board=homes-board&as-at=2026-01-31')).toEqual([['done', undefined]]);
  });

  it('is told to nobody who does not read all of it, and says what is wrong in a question', async () => {
    const { status, text } = await served.ask('designatedTeacher', '/actions');
    expect([status, text.includes('late')]).toEqual([403, false]);
    const { body } = await served.ask('member', '/actions?due-before=March');
    expect([body.status, body.errors[0].path]).toEqual([400, 'due-before']);
  });
});
