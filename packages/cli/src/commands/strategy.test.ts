import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';
import { callIn } from '../testing.ts';

const plan = {
  strategies: [
    {
      id: 'city-2019',
      title: 'Strategy',
      councils: ['city'],
      start: '2019-04-01',
      reviewDates: ['2020-05-31'],
    },
  ],
  priorities: [{ id: 'p1', strategy: 'city-2019', name: 'Education', board: 'improvement' }],
  objectives: [{ id: 'o1', strategy: 'city-2019', priority: 'p1', text: 'Attend every day.' }],
  boards: [
    {
      id: 'improvement',
      name: 'Improvement board',
      councils: ['city'],
      calendar: [{ on: '2019-09-12', priorities: ['p1'] }],
    },
  ],
  posts: [{ id: 'head', role: 'Virtual school head', alsoKnownAs: ['Virtual Headteacher'] }],
};
const sheet = [
  ['Priority', 'Objective', 'Key Action(s)', 'Owner', 'Timescale'],
  ['p1', 'Attend every day.', 'Call schools every morning.', 'Virtual Headteacher', 'Sept 2019'],
  ['p1', '', 'Train.', '', ''],
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cic-strategy-'));
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
  await writeFile(join(folder, 'plan.csv'), sheet.map((row) => row.join(',')).join('\r\n'));
});
afterEach(() => rm(folder, { recursive: true }));

const cic = (...args: readonly string[]) => callIn(folder, args);

const importing = (...more: readonly string[]) =>
  cic('actions', 'import', 'plan.csv', '--into', 'plan.json', '--as-at', '2019-06-01', ...more);
const written = async () => JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8'));

describe('cic actions import', () => {
  it('shows what it would do, and writes it only when told to', async () => {
    const preview = await importing();
    expect(preview.code).toBe(0);
    expect(preview.out).toContain('2 added, 0 changed, 0 unchanged, 0 rejected');
    expect(preview.err).toBe('This was a preview; --commit writes it.\n');
    expect(await written()).toEqual(plan);
    expect((await importing('--commit')).err).toBe("Written to 'plan.json'.\n");
    expect((await written()).actions).toMatchObject([
      {
        id: 'p1-r01',
        owners: [{ role: 'Virtual school head', printedAs: 'Virtual Headteacher' }],
        timescale: { due: '2019-09-30', printedAs: 'Sept 2019' },
      },
      { id: 'p1-r02', objectives: ['o1'], owners: [{ inherited: true }] },
    ]);
    expect(await readdir(folder)).toEqual(['plan.csv', 'plan.json']);
  });

  it('changes nothing the second time', async () => {
    await importing('--commit');
    const once = await readFile(join(folder, 'plan.json'), 'utf8');
    const again = await importing('--commit');
    expect(again).toMatchObject({ code: 0, err: "'plan.json' holds all of it already.\n" });
    expect(await readFile(join(folder, 'plan.json'), 'utf8')).toBe(once);
  });

  it('takes no row while one is rejected, and says row and reason', async () => {
    await writeFile(join(folder, 'plan.csv'), 'Priority,Action,Owner\np1,Good.,\np9,Bad.,\n');
    const { code, out, err } = await importing('--commit');
    expect([code, err]).toEqual([1, 'Nothing is written as long as rows are rejected.\n']);
    expect(out).toContain('the strategy has no priority ‘p9’: it has p1 (Education)');
    expect(await written()).toEqual(plan);
  });

  it('reads a sheet of an Excel workbook as it reads CSV', async () => {
    const rows = sheet.map((row) => row.map((value) => ({ value })));
    const blob = await writeWorkbook([
      { data: [[{ value: 'Cover' }]], sheet: 'Cover' },
      { data: rows, sheet: 'Plan' },
    ]).toBlob();
    await writeFile(join(folder, 'plan.xlsx'), Buffer.from(await blob.arrayBuffer()));
    const into = ['--into', 'plan.json', '--as-at', '2019-06-01', '--json'];
    const fromBook = await cic('actions', 'import', 'plan.xlsx', '--sheet', 'Plan', ...into);
    expect(JSON.parse(fromBook.out)).toEqual(JSON.parse((await importing('--json')).out));
    expect((await cic('actions', 'import', 'plan.xlsx', '--sheet', 'Lost', ...into)).err).toBe(
      "cic: 'plan.xlsx' has no sheet 'Lost'; it has 'Cover', 'Plan'.\n",
    );
  });

  it('is undone by nothing that export writes', async () => {
    await importing('--commit');
    const { out } = await cic('actions', 'export', 'plan.json');
    await writeFile(join(folder, 'plan.csv'), out);
    expect((await importing()).out).toContain('0 added, 0 changed, 2 unchanged, 0 rejected');
  });

  it('says in one sentence why it cannot run', async () => {
    await writeFile(join(folder, 'bad.json'), JSON.stringify({ actions: [{ id: 'a', strategy: 's' }] }));
    await writeFile(join(folder, 'bad.xlsx'), 'no workbook');
    const errors = await Promise.all([
      cic('actions', 'import', 'plan.csv'),
      cic('actions', 'import', 'plan.csv', '--into', 'bad.json'),
      cic('actions', 'import', 'bad.xlsx', '--into', 'plan.json'),
      cic('actions', 'import', 'plan.json', '--into', 'plan.json'),
      importing('--strategy', 'lost'),
      cic('strategy', 'check', 'plan.json', '--as-at', '31 May'),
      cic('strategy', 'check', 'plan.json', '--only', 'everything'),
    ]);
    expect(errors.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(errors[1]!.err).toContain("'bad.json' does not hold strategy records:\n  actions[0] (a): ");
    expect(errors[4]!.err).toBe("cic: there is no strategy 'lost'; there are: city-2019.\n");
    expect(errors[5]!.err).toBe("cic: --as-at is a day such as 2019-06-30, not '31 May'.\n");
  });
});

describe('cic strategy', () => {
  it('check prints what the queries find, as tables and as JSON', async () => {
    await importing('--commit');
    const text = await cic('strategy', 'check', 'plan.json', '--as-at', '2019-10-10');
    expect(text.code).toBe(1);
    expect(text.out).toContain('overdue (1)\n');
    expect(text.out).toContain('was due 2019-09-30, 10 days ago');
    const json = await cic(
      'strategy',
      'check',
      'plan.json',
      '--as-at',
      '2019-10-10',
      '--json',
      '--only',
      'overdue',
    );
    expect(JSON.parse(json.out)).toMatchObject({
      asAt: '2019-10-10',
      findings: [{ id: 'p1-r01', daysLate: 10 }],
    });
    const none = await cic('strategy', 'check', 'plan.json', '--as-at', '2019-05-01', '--only', 'overdue');
    expect(none).toEqual({ code: 0, out: 'Nothing found.\n', err: '' });
  });

  it('reads the example of the guide', async () => {
    const guide = await readFile(new URL('../../../../docs/strategies.md', import.meta.url), 'utf8');
    await writeFile(join(folder, 'guide.json'), /```json\n([\s\S]*?)```/.exec(guide)![1]!);
    const { out, err } = await cic('strategy', 'check', 'guide.json', '--as-at', '2019-10-10', '--json');
    expect(err).toBe('');
    expect(JSON.parse(out).findings.map((one: { query: string; id: string }) => [one.query, one.id])).toEqual(
      [
        ['overdue', 'p1-r01'],
        ['review-before-end', 'city-2019'],
      ],
    );
  });

  it('calendar gives the forward plan as all-day events [D-GOV-03]', async () => {
    await importing('--commit');
    const { code, out } = await cic('strategy', 'calendar', 'plan.json', '--from', '2019-09-01', '--actions');
    expect(code).toBe(0);
    expect(out).toContain('BEGIN:VCALENDAR');
    for (const line of [
      'UID:meeting.improvement.2019-09-12@cic',
      'DTSTART;VALUE=DATE:20190912',
      'SUMMARY:Improvement board',
      'DESCRIPTION:Education',
      'DTSTART;VALUE=DATE:20190930',
      'SUMMARY:Strategy: review',
    ])
      expect(out.split('\r\n')).toContain(line);
    expect(await cic('strategy', 'calendar', 'plan.json', '--board', 'lost')).toMatchObject({
      code: 2,
      err: "cic: there is no board 'lost'; there are: improvement.\n",
    });
  });
});
