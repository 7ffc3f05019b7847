import { describe, expect, it } from 'vitest';
import { day } from '../../dates/day.ts';
import type { StrategyRecords } from '../records.ts';
import { applyImport, previewImport } from './importPlan.ts';
import { exportPlan } from './printed.ts';

const records: StrategyRecords = {
  strategies: [{ id: 'city-2012', title: 'Plan', councils: ['city'], start: '2012-04-01' }],
  priorities: [
    { id: '6.1', strategy: 'city-2012', name: 'Education' },
    { id: '6.2', strategy: 'city-2012', name: 'Health and wellbeing' },
  ],
  objectives: [
    {
      id: '6.1.4a',
      strategy: 'city-2012',
      priority: '6.1',
      text: 'Keep attainment rising.',
      annexText: 'Raise attainment at every stage.',
    },
  ],
  posts: [{ id: 'yos', role: 'Head of youth offending service', alsoKnownAs: ['HoS YOS'] }],
};
const options = { strategy: 'city-2012', asAt: day('2012-06-01') };

/** As a document prints it: a heading over two cells and again on the next page, merged cells, a row cut by the page. */
const printed = [
  ['6.1 - Education'],
  ['Ob', 'jectives', 'Key Action(s)', 'Owner', 'Timescale'],
  ['', 'Raise attainment at every stage.', 'Brief every school.', 'Hos YOS', 'Ongoing'],
  ['', '', 'Train designated teachers in', '', ''],
  ['', '', 'the autumn.', '', 'Q3 2012'],
  [],
  ['Ob', 'jectives', 'Key Action(s)', 'Owner', 'Timescale'],
  ['', 'Stable schools.', 'Challenge each move.', '', ''],
];

describe('importing an action plan', () => {
  it('puts split rows and repeated headings together and finds objectives by either wording [DQ-03] [STR-05]', () => {
    const preview = previewImport(records, printed, options);
    expect(preview.rejected).toEqual([]);
    expect(preview.added.map(({ row, action }) => ({ row, ...action }))).toEqual([
      {
        row: 3,
        id: '6.1-r01',
        strategy: 'city-2012',
        priority: '6.1',
        objectives: ['6.1.4a'],
        text: 'Brief every school.',
        owners: [{ role: 'Head of youth offending service', printedAs: 'Hos YOS' }],
        timescale: { recurrence: 'ongoing', printedAs: 'Ongoing' },
      },
      {
        row: 4,
        id: '6.1-r02',
        strategy: 'city-2012',
        priority: '6.1',
        objectives: ['6.1.4a'],
        text: 'Train designated teachers in the autumn.',
        owners: [{ role: 'Head of youth offending service', printedAs: 'Hos YOS', inherited: true }],
        timescale: { due: '2012-12-31', printedAs: 'Q3 2012' },
      },
      {
        row: 8,
        id: '6.1-r03',
        strategy: 'city-2012',
        priority: '6.1',
        objectives: ['6.1-o1'],
        text: 'Challenge each move.',
      },
    ]);
    expect(preview.objectivesAdded).toMatchObject([
      { id: '6.1-o1', text: 'Stable schools.', origin: 'annex' },
    ]);
    expect(preview.notes).toMatchObject([
      { row: 5, field: 'text' },
      { row: 4, field: 'timescale', value: 'Q3 2012' },
    ]);
  });

  it('changes nothing when the same file comes twice', () => {
    const once = applyImport(records, previewImport(records, printed, options));
    const again = previewImport(once, printed, options);
    expect(again).toMatchObject({ added: [], changed: [], objectivesAdded: [], notInFile: [], rejected: [] });
    expect(again.unchanged).toHaveLength(3);
    expect(applyImport(once, again)).toEqual(once);
  });

  it('names what a row changes, remembers a new status with its day, and leaves the rest', () => {
    const once = applyImport(records, previewImport(records, printed, options));
    const file = [
      ['Id', 'Action', 'Owner', 'Status', 'RAG'],
      ['6.1-r01', 'Brief every school.', 'Head of youth offending service', 'On track', 'A'],
    ];
    const preview = previewImport(once, file, options);
    expect(preview.changed.map(({ row, fields }) => ({ row, fields }))).toEqual([
      { row: 2, fields: ['status', 'rag'] },
    ]);
    expect(preview.changed[0]!.after).toMatchObject({
      owners: [{ printedAs: 'Hos YOS' }],
      history: [{ on: '2012-06-01', status: 'in-progress', rag: 'amber' }],
    });
    expect(preview.notInFile.map(({ id }) => id)).toEqual(['6.1-r02', '6.1-r03']);
  });

  it('takes a blank heading between two others as part of the first', () => {
    const file = [
      ['Objective', '', 'Action(s)', 'Owner'],
      ['', 'Raise attainment at every stage.', 'Plan ahead.', 'Hos YOS'],
    ];
    expect(previewImport(records, file, options).added[0]!.action.objectives).toEqual(['6.1.4a']);
  });

  it('sets a row back that stands one blank cell to the right of its heading', () => {
    const file = [
      ['Objectives', 'Key Action(s)', 'Owner', 'Timescale'],
      ['', 'Raise attainment at every stage.', 'Plan ahead.', 'Hos YOS', 'Termly'],
    ];
    expect(previewImport(records, file, options).added[0]!.action).toMatchObject({
      objectives: ['6.1.4a'],
      text: 'Plan ahead.',
      timescale: { recurrence: 'termly' },
    });
  });

  it('tells two rows with the same printed number apart [D-ACT-02]', () => {
    const file = [
      ['', 'Action', 'By when'],
      ['Priority Two – Health and wellbeing'],
      ['3.', 'First.', ''],
      ['3.', 'Second.', ''],
    ];
    const preview = previewImport(records, file, options);
    expect(preview.added.map(({ action: { id, number, priority } }) => [id, number, priority])).toEqual([
      ['6.2-r01', '3.', '6.2'],
      ['6.2-r02', '3.', '6.2'],
    ]);
    const once = applyImport(records, preview);
    const changed = [...file.slice(0, 3), ['4.', 'Second.', '']];
    expect(previewImport(once, changed, options).changed).toMatchObject([{ fields: ['number'] }]);
  });

  it('rejects rows with their reason, and then takes none', () => {
    const file = [
      ['Id', 'Priority', 'Objective', 'Action', 'Owner', 'Status', 'RAG', 'Board'],
      ['a1', '6.1', '', 'Good.', 'HoS YOS', 'done', '', ''],
      ['a1', '9.9', '', 'Bad.', 'HoS YOS', 'perhaps', 'blue', 'Lost board'],
      ['a 3', '', 'New objective.', 'Worse.', '', '', '', ''],
    ];
    const preview = previewImport(records, file, options);
    expect(preview.rejected.map(({ row, field, message }) => `${row} ${field}: ${message}`)).toEqual([
      '3 status: ‘perhaps’ is no status: write not-started, in-progress, done, stopped, replaced',
      '3 rag: ‘blue’ is no rating: write red, amber or green',
      '3 board: ‘Lost board’ is no board of the council: add the board, or correct the name',
      '3 priority: the strategy has no priority ‘9.9’: it has 6.1 (Education), 6.2 (Health and wellbeing)',
      '4 id: ‘a 3’ is no id: use letters, digits and . _ : / - only, or leave it blank',
      '4 objectives: ‘New objective.’ is no objective of the strategy: name its priority, and it is added there',
      '3 id: row 2 has the id ‘a1’ already: give each its own',
    ]);
    expect(() => applyImport(records, preview)).toThrow('7 rows cannot be taken, so none is');
  });

  it('tells which rows it put together, and puts none together that begin small as all do [DQ-03]', () => {
    const notesOf = (table: string[][]) => {
      const { added, notes } = previewImport(records, table, options);
      return [added.map(({ action }) => action.text), notes.map(({ row, message }) => [row, message])];
    };
    const head = ['Action', 'Owner'];
    expect(notesOf([head, ['Call every', 'Nurse'], ['morning.', '']])).toEqual([
      ['Call every morning.'],
      [[3, 'is taken as the rest of row 2']],
    ]);
    expect(notesOf([head, ['call schools', 'Nurse'], ['train carers', 'Head of fostering']])).toEqual([
      ['call schools', 'train carers'],
      [],
    ]);
    const parted = [
      ['6.1 - Education'],
      head,
      ['Call', 'Nurse'],
      ['6.2 - Health and wellbeing'],
      ['see', ''],
    ];
    expect(notesOf(parted)).toEqual([['Call', 'see'], []]);
  });

  it('keeps apart objectives in the same words under two priorities', () => {
    const file = [
      ['Priority', 'Objective', 'Action'],
      ['6.1', 'Fewer waits.', 'Call.'],
      ['6.2', 'Fewer waits.', 'See.'],
    ];
    const preview = previewImport(records, file, options);
    expect(preview.added.map(({ action }) => action.objectives)).toEqual([['6.1-o1'], ['6.2-o1']]);
    const again = previewImport(applyImport(records, preview), file, options);
    expect(again).toMatchObject({ added: [], changed: [], objectivesAdded: [] });
  });

  it('rejects what no record could hold', () => {
    const file = [
      ['Id', 'Action', 'Owner', 'By when'],
      ['', 'Act.', 'x'.repeat(201), 'y'.repeat(401)],
      ['a1', '', 'HoS YOS', ''],
    ];
    const { rejected } = previewImport(records, file, options);
    expect(rejected.map(({ row, field }) => [row, field])).toEqual([
      [2, 'owners'],
      [2, 'timescale'],
      [3, 'text'],
    ]);
    expect(rejected[0]!.message).toContain('200');
  });

  it('says so where a file is no action plan, or the strategy is unknown', () => {
    const preview = previewImport(records, [['Name', 'Age']], { ...options, strategy: 'lost' });
    expect(preview.rejected.map(({ message }) => message)).toEqual([
      'no row heads a column ‘Action’ with another such as ‘Owner’ or ‘By when’',
      'there is no strategy ‘lost’',
    ]);
  });

  it('exports the plan as a table [STR-23] [D-ACT-12]', () => {
    const once = applyImport(records, previewImport(records, printed, options));
    expect(exportPlan(once, 'city-2012').slice(0, 2)).toEqual([
      [
        'Id',
        'Number',
        'Priority',
        'Objectives',
        'Action',
        'Owners',
        'By when',
        'Impact',
        'Status',
        'RAG',
        'Board',
      ],
      [
        '6.1-r01',
        '',
        '6.1',
        '6.1.4a',
        'Brief every school.',
        'Head of youth offending service',
        'Ongoing',
        '',
        '',
        '',
        '',
      ],
    ]);
  });
});
