import { describe, expect, it } from 'vitest';
import { day } from '../../dates/day.ts';
import { readTimescale } from './timescale.ts';

const dueOf = (text: string) => readTimescale(text, { from: day('2019-05-10') }).timescale;

describe('timescales as plans print them', () => {
  it.each([
    ['June 2019', '2019-06-30'],
    ['Sept 2019', '2019-09-30'],
    ['Feb 2020', '2020-02-29'],
    ['1st July 2019', '2019-07-01'],
    ['by 31 March 2020', '2020-03-31'],
    ['01/04/2020', '2020-04-01'],
    ['By the end of March 2020', '2020-03-31'],
    ["Mar '20", '2020-03-31'],
    ['Q3 2012', '2012-12-31'],
    ['Q4 2012/13', '2013-03-31'],
    ['2019/20', '2020-03-31'],
    ['end of 2019', '2019-12-31'],
    ['by end of summer term', '2019-07-20'],
    ['end of spring term 2020', '2020-03-31'],
    ['September', '2019-09-30'],
    ['by end of April', '2020-04-30'],
  ])('‘%s’ is due on %s, and keeps what was printed [D-ACT-04]', (printed, due) => {
    expect(dueOf(printed)).toEqual({ due, printedAs: printed });
  });

  it.each([
    ['Ongoing', 'ongoing'],
    ['On-going', 'ongoing'],
    ['Termly', 'termly'],
    ['half termly', 'half-termly'],
    ['Monthly', 'monthly'],
    ['bi-monthly', 'two-monthly'],
    ['Annually', 'yearly'],
    ['as and when required', 'as-needed'],
  ])('‘%s’ comes round: %s', (printed, recurrence) => {
    expect(dueOf(printed)).toEqual({ recurrence, printedAs: printed });
  });

  it('takes two days from ‘May 2019 then May 2020’ [D-ACT-04]', () => {
    expect(readTimescale('May 2019 then May 2020')).toEqual({
      timescale: { due: '2019-05-31', printedAs: 'May 2019 then May 2020' },
      furtherDays: ['2020-05-31'],
      understood: true,
    });
  });

  it('gives a month the year that is printed after it: ‘May and June 2019’', () => {
    const read = (printed: string) => {
      const { timescale, furtherDays } = readTimescale(printed, { from: day('2012-04-01') });
      return [timescale?.due, ...(furtherDays ?? [])];
    };
    expect(read('May and June 2019')).toEqual(['2019-05-31', '2019-06-30']);
    expect(read('1st July then Sept 2019')).toEqual(['2019-07-01', '2019-09-30']);
    expect(read('May 2019 and May 2020')).toEqual(['2019-05-31', '2020-05-31']);
  });

  it('tells what it assumed, and uses a council’s own terms', () => {
    expect(readTimescale('Q3 2012').assumed).toBe(
      'a quarter of the financial year that begins in 2012: Q3 2012/13',
    );
    expect(readTimescale('Dec 12').assumed).toBe('12 is taken as the year: 2012-12-31');
    expect(readTimescale("Dec '12").assumed).toBeUndefined();
    const termEnds = { autumn: [12, 18], spring: [4, 3], summer: [7, 24] } as const;
    expect(readTimescale('end of summer term 2013', { termEnds }).timescale?.due).toBe('2013-07-24');
  });

  it('keeps words without a day as they are, and invents none', () => {
    for (const words of [
      'When the new service is there',
      '31 February 2019',
      'Q5 2012',
      'summer term',
      '2019/21',
    ])
      expect(readTimescale(words)).toEqual({ timescale: { printedAs: words }, understood: false });
    expect(readTimescale('  ')).toEqual({ understood: true });
    expect(readTimescale('2019-05-31').timescale).toEqual({ due: '2019-05-31' });
  });
});
