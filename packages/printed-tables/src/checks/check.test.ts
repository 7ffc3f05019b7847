import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPrinted, readDocument } from '../table.ts';
import { checkDocument } from './check.ts';

const oneTable = (columns: string[], rows: (readonly [string, ...string[]])[], more: object = {}) =>
  readDocument({
    id: 'a-table',
    title: 'Children in care',
    columns,
    rows: rows.map(([label, ...cells]) => ({ label, cells })),
    ...more,
  });

const told = (document: ReturnType<typeof readDocument>, corrected = false) =>
  checkDocument(document, { corrected }).map(({ check, row, expected }) => [check, row, expected]);

describe('a printed table', () => {
  it('whose rows do not add up to the total is found [DQ-05]', () => {
    const districts = oneTable(
      ['District', 'March 2013', 'March 2014'],
      [
        ['North', '300', '310'],
        ['South', '363', '318'],
        ['Total', '663', '629'],
      ],
    );
    expect(told(districts)).toEqual([['sum', 'Total', '628']]);
  });

  it('58, 3, 8, 12 and 5 are 86, so nothing is found [DQ-05]', () => {
    const left = oneTable(
      ['Why they left', 'Number'],
      [
        ['Home', '58'],
        ['Adopted', '3'],
        ['Special guardianship', '8'],
        ['Grown up', '12'],
        ['Other', '5'],
        ['Total', '86'],
      ],
    );
    expect(told(left)).toEqual([]);
  });

  it('shows an “of which” row and does not add it [D-REF-04]', () => {
    const rows = [
      ['North', '300'],
      ['South', '328'],
      ['Unaccompanied', '1'],
      ['Total', '628'],
    ] as const;
    expect(told(oneTable(['District', 'March 2014'], [...rows]))).toEqual([['sum', 'Total', '629']]);
    const marked = readDocument({
      id: 'districts',
      title: 'Children in care by district',
      columns: ['District', 'March 2014'],
      rows: rows.map(([label, cell]) => ({
        label,
        cells: [cell],
        ...(label === 'Unaccompanied' ? { ofWhich: true } : {}),
      })),
    });
    expect(told(marked)).toEqual([]);
  });

  it('takes a hidden count as anything its mark allows', () => {
    const fits = (total: string) =>
      told(
        oneTable(
          ['Ethnicity', 'Mar-17'],
          [
            ['White British', '545'],
            ['Indian', '<10'],
            ['Pakistani', '<10'],
            ['Total', total],
          ],
        ),
      );
    expect(fits('545')).toEqual([]);
    expect(fits('563')).toEqual([]);
    expect(fits('564')).toEqual([['sum', 'Total', '545 to 563']]);
  });

  it('does not add rates, averages or percentages', () => {
    const rates = oneTable(
      ['Area', 'Rate', 'Share'],
      [
        ['North', '41.5', '60%'],
        ['South', '38.2', '30%'],
        ['Total', '40.1', '45%'],
      ],
    );
    expect(told(rates)).toEqual([]);
  });

  it('adds columns to the one headed Total', () => {
    const ages = oneTable(
      ['Team', 'Girls', 'Boys', 'Total'],
      [
        ['First', '3', '4', '7'],
        ['Second', '5', '6', '12'],
      ],
    );
    expect(told(ages)).toEqual([['sum', 'Second', '11']]);
  });

  it('finds the share that is not of its column’s total', () => {
    const shares = oneTable(
      ['Where', '2017'],
      [
        ['Foster carers', '60 (60%)'],
        ['Children’s homes', '30 (30%)'],
        ['Elsewhere', '10 (12%)'],
        ['Total', '100'],
      ],
    );
    expect(told(shares)).toEqual([['share', 'Elsewhere', '10%']]);
  });

  it('whose title promises a year that is not there is found [DQ-12]', () => {
    const attendance = oneTable(
      ['', '2008-2009', '2009-2010', '2010-2011'],
      [['Attendance', '94.2%', '95.5%', '95.9%']],
      { title: 'School attendance 2008/09 – 2011/12' },
    );
    expect(told(attendance)).toEqual([['title', undefined, '2010/11']]);
  });

  it('whose title says the opposite of its headings is found [D-PUB-07]', () => {
    const outside = oneTable(['Age', 'Living outside', 'Share outside'], [['16', '31', '40%']], {
      title: 'Young people living within the county',
    });
    expect(told(outside)).toEqual([['labels', undefined, 'outside']]);
  });

  it('tells of a heading that is no date and of figures that were hard to read', () => {
    const costs = oneTable(['Kind', '31/03/19', '31/13/20'], [['Foster care', '500,286,', '1']]);
    expect(checkDocument(costs).map(({ check, message }) => [check, message])).toEqual([
      ['heading', "The heading '31/13/20' looks like a date and is none."],
      ['print', "'500,286,' has a comma at the end."],
    ]);
  });

  it('is printed again cell for cell [D-PUB-01]', () => {
    const rows = [
      ['White British', '616', '<10'],
      ['Not known', ' ', 'n/a'],
    ] as const;
    const { tables } = oneTable(['Ethnicity', 'Mar-13', 'Mar-14'], [...rows]);
    expect(asPrinted(tables[0]!)).toEqual([['Ethnicity', 'Mar-13', 'Mar-14'], ...rows]);
  });

  it('keeps what was printed beside the correction and its reason [D-PUB-06]', () => {
    const document = oneTable(
      ['District', 'March 2014'],
      [
        ['North', '300'],
        ['South', '328'],
        ['Total', '629'],
      ],
      {
        corrections: [
          { row: 'Total', column: 'March 2014', corrected: '628', reason: 'the districts add up to 628' },
        ],
      },
    );
    expect(told(document)).toEqual([['sum', 'Total', '628']]);
    expect(told(document, true)).toEqual([]);
    expect(asPrinted(document.tables[0]!).at(-1)).toEqual(['Total', '629']);
  });
});

describe('what is said to hold between cells', () => {
  const document = (relations: object[]) =>
    readDocument({
      tables: [
        {
          id: 'stock',
          title: 'Stock and flow',
          columns: ['', '2014/15'],
          rows: [
            { label: 'Opening', cells: ['628'] },
            { label: 'Admitted', cells: ['264'] },
            { label: 'Discharged', cells: ['287'] },
            { label: 'Closing', cells: ['603'] },
            { label: 'Disabled', cells: ['138 (23.0%)'] },
          ],
        },
        {
          id: 'living',
          title: 'Where they live',
          columns: ['', '16 to 17', 'All'],
          rows: [{ label: 'Independent living', cells: ['31', '28'] }],
        },
      ],
      relations,
    });
  const at = (row: string, figure = 0) => ({ row, column: '2014/15', figure });

  it('finds a stock that does not roll forward [DQ-05]', () => {
    const relation = {
      kind: 'sum',
      total: at('Closing'),
      add: [at('Opening'), at('Admitted')],
      subtract: [at('Discharged')],
    };
    expect(told(document([relation]))).toEqual([['sum', 'Closing', '605']]);
  });

  it('finds what four years of stock and flow leave unexplained [D-CHI-06]', () => {
    const years = [
      ['2013/14', '624', '280', '276', '628', undefined],
      ['2014/15', '628', '264', '287', '603', '605'],
      ['2015/16', '603', '282', '306', '585', '579'],
      ['2016/17', '585', '307', '263', '630', '629'],
    ] as const;
    for (const [column, opening, admitted, discharged, closing, expected] of years) {
      const cell = (row: string) => ({ row, column });
      const flow = readDocument({
        tables: [
          {
            id: 'flow',
            title: 'Admissions and discharges',
            columns: ['', column],
            rows: Object.entries({ opening, admitted, discharged, closing }).map(([label, one]) => ({
              label,
              cells: [one],
            })),
          },
        ],
        relations: [
          {
            kind: 'sum',
            total: cell('closing'),
            add: [cell('opening'), cell('admitted')],
            subtract: [cell('discharged')],
          },
        ],
      });
      expect(told(flow)).toEqual(expected === undefined ? [] : [['sum', 'closing', expected]]);
    }
  });

  it('finds a percentage that part and whole do not make [IND-18] [D-IND-13]', () => {
    const relation = {
      kind: 'percent',
      percent: at('Disabled', 1),
      part: at('Disabled'),
      whole: at('Closing'),
    };
    expect(told(document([relation]))).toEqual([['percent', 'Disabled', '22.9%']]);
  });

  it('finds a part that is more than its whole [D-LOC-10]', () => {
    const cell = (column: string) => ({ table: 'living', row: 'Independent living', column });
    const relation = { kind: 'part', part: cell('16 to 17'), whole: cell('All') };
    expect(told(document([relation]))).toEqual([['part', 'Independent living', 'at most 28']]);
    expect(told(document([{ kind: 'equal', one: cell('16 to 17'), other: cell('All') }]))).toEqual([
      ['equal', 'Independent living', '28'],
    ]);
  });

  it('tells a percentage that was cut off from one that is wrong [D-IND-12]', () => {
    const about = (printed: string) =>
      checkDocument(
        readDocument({
          tables: [
            {
              id: 'share',
              title: 'Share',
              columns: ['', 'Number', 'Percent'],
              rows: [
                { label: 'In care at 16', cells: ['31', printed] },
                { label: 'All', cells: ['76', ''] },
              ],
            },
          ],
          relations: [
            {
              kind: 'percent',
              percent: { row: 'In care at 16', column: 'Percent' },
              part: { row: 'In care at 16', column: 'Number' },
              whole: { row: 'All', column: 'Number' },
            },
          ],
        }),
      ).map(({ message }) => message);
    expect(about('40.8%')).toEqual([]);
    expect(about('40.7%')).toEqual([expect.stringContaining('is 40.8%: it was cut off, not rounded.')]);
    expect(about('41.9%')).toEqual([expect.stringMatching(/is 40\.8%\.$/)]);
  });

  it('finds a percentage that no whole number of children is [D-IND-14]', () => {
    const one = (percent: string) =>
      readDocument({
        tables: [
          {
            id: 'moves',
            title: 'Three or more placements',
            columns: ['', 'Children', 'Percent'],
            rows: [{ label: 'North Dales', cells: ['71', percent] }],
          },
        ],
        relations: [
          {
            kind: 'possible',
            percent: { row: 'North Dales', column: 'Percent' },
            whole: { row: 'North Dales', column: 'Children' },
          },
        ],
      });
    expect(told(one('9.86%'))).toEqual([]);
    expect(told(one('9.50%'))).toEqual([['possible', 'North Dales', '8.45%, 9.86%, 11.27%']]);
  });

  it('finds an average that the weighted parts do not make [D-IND-15]', () => {
    const distances = (county: string) =>
      readDocument({
        tables: [
          {
            id: 'distance',
            title: 'Average distance from home',
            columns: ['', 'Children', 'Miles'],
            rows: [
              { label: 'North', cells: ['100', '10'] },
              { label: 'South', cells: ['300', '20'] },
              { label: 'County', cells: ['400', county] },
            ],
          },
        ],
        relations: [
          {
            kind: 'average',
            average: { row: 'County', column: 'Miles' },
            of: ['North', 'South'].map((row) => ({
              value: { row, column: 'Miles' },
              weight: { row, column: 'Children' },
            })),
          },
        ],
      });
    expect(told(distances('17.5'))).toEqual([]);
    expect(told(distances('15.0'))).toEqual([['average', 'County', '17.5']]);
  });

  it('finds the year in which a percentage is of another base [IND-21]', () => {
    const results = readDocument({
      tables: [
        {
          id: 'results',
          title: 'Results of year 11',
          columns: ['', "Sept '00", "Sept '01", "Sept '02", "Sept '03"],
          rows: [
            { label: 'In year 11', cells: ['18', '26', '20', '29'] },
            { label: 'Sat an exam', cells: ['13', '19', '12', '10'] },
            { label: 'Five good grades', cells: ['0 (0%)', '2 (10.5%)', '2 (10.0%)', '2 (6.9%)'] },
          ],
        },
      ],
      relations: [{ kind: 'base', row: 'Five good grades', wholes: ['In year 11', 'Sat an exam'] }],
    });
    expect(checkDocument(results).map(({ column, message }) => [column, message])).toEqual([
      [
        "Sept '01",
        "'Five good grades' prints 2 (10.5%) in column 'Sept '01' of 'Sat an exam', elsewhere of 'In year 11'.",
      ],
    ]);
  });

  it('says which cell a relation names that is not there', () => {
    expect(() => document([{ kind: 'equal', one: at('Nowhere'), other: at('Closing') }])).toThrow(
      "relation 1 (equal): table 'stock' has no row 'Nowhere'",
    );
  });
});

describe('totals that are right', () => {
  it('are never reported, whatever is hidden', () => {
    const table = fc.array(fc.tuple(fc.nat(400), fc.boolean()), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(table, (parts) => {
        const total = parts.reduce((sum, [count]) => sum + count, 0);
        const rows = parts.map(
          ([count, hide], i) => [`Group ${i}`, hide && count < 10 ? '<10' : String(count)] as const,
        );
        expect(checkDocument(oneTable(['Group', 'Number'], [...rows, ['Total', String(total)]]))).toEqual([]);
      }),
    );
  });
});
