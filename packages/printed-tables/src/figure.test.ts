import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalOf, readCell } from './figure.ts';

const read = (printed: string) => readCell(printed).figures;

describe('a printed figure', () => {
  it.each([
    ['68060', 68060],
    ['72,670', 72670],
    ['500,286,', 500286],
    ['£220, 000', 220000],
    ['£2,462,231.00', 2462231],
    [' 631\u00a0', 631],
    ['−2.5', -2.5],
    ['+1.9%', 1.9],
  ])('reads %j [D-REF-19]', (printed, value) => {
    expect(read(printed)).toMatchObject([{ state: 'value', value }]);
  });

  it('warns of a comma at the end and of a space inside a number [D-REF-19]', () => {
    expect(read('500,286,')[0]?.warnings).toEqual(['a comma at the end']);
    expect(read('£220, 000')[0]?.warnings).toEqual(['a space inside the number']);
    expect(read('220,000')[0]?.warnings).toBeUndefined();
  });

  it.each([
    ['N/A', 'not-applicable'],
    ['n/a', 'not-applicable'],
    ['', 'blank'],
    ['\u00a0', 'blank'],
    ['/', 'not-available'],
    ['–', 'not-available'],
    ['*', 'suppressed'],
    ['[c]', 'suppressed'],
  ])('takes %j as missing, never as nought [DQ-04]', (printed, state) => {
    expect(read(printed)).toEqual([{ state }]);
  });

  it('reads two figures in one cell [D-PUB-02] [DQ-02]', () => {
    expect(read('242 (38%)')).toMatchObject([{ value: 242 }, { value: 38, unit: 'percent' }]);
    expect(read('0 (0%)')).toMatchObject([{ value: 0 }, { value: 0, unit: 'percent' }]);
    expect(read('121 (DfE target)')).toMatchObject([{ value: 121, note: 'DfE target' }]);
  });

  it('reads a value with its band, on one line or two [DQ-02]', () => {
    expect(read('74.2%\n(Band 4)')).toMatchObject([{ value: 74.2, unit: 'percent', band: '4' }]);
    expect(read('2.6 (top band)')).toMatchObject([{ value: 2.6, band: 'top' }]);
  });

  it('reads several figures among words, each with the words before it [D-PUB-02]', () => {
    expect(
      read('795 approved placement spaces of which 458 were filled 57.6%').map(({ value, words }) => [
        value,
        words,
      ]),
    ).toEqual([
      [795, undefined],
      [458, 'approved placement spaces of which'],
      [57.6, 'were filled'],
    ]);
    expect(
      read('Enquiries – 226 Applications to adopt – 62 Adopters approved – 56 (24%)').map(
        ({ value }) => value,
      ),
    ).toEqual([226, 62, 56, 24]);
  });

  it('does not take the digits of a name for a figure', () => {
    expect(read('Q4 return of KS2 results')).toEqual([]);
  });

  it('reads bounds, ranges and what money is paid by', () => {
    expect(read('<10')).toMatchObject([{ value: 10, bound: 'under' }]);
    expect(read('Under 5')).toMatchObject([{ value: 5, bound: 'under' }]);
    expect(read('20+')).toMatchObject([{ value: 20, bound: 'at-least' }]);
    expect(read('20-36%')).toEqual([{ state: 'value', lower: 20, upper: 36, unit: 'percent' }]);
    expect(read('£2,500 per week')).toMatchObject([{ value: 2500, unit: 'pounds', per: 'week' }]);
    expect(read('81.2*')).toMatchObject([{ value: 81.2, footnote: '*' }]);
  });

  it('stands for everything it may have been rounded from, and for no number it cannot be', () => {
    expect(intervalOf(read('<10')[0]!)).toEqual([0, 9]);
    expect(intervalOf(read('631')[0]!)).toEqual([631, 631]);
    expect(intervalOf(read('42.2%')[0]!)?.map((end) => end.toFixed(2))).toEqual(['42.15', '42.25']);
    expect(intervalOf(read('n/a')[0]!)).toBeUndefined();
  });

  it('reads back any whole number however it is printed', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.constantFrom('', '£'), (number, sign) => {
        for (const printed of [`${sign}${number}`, `${sign}${number.toLocaleString('en-GB')}`]) {
          expect(read(printed)).toMatchObject([{ value: number }]);
        }
      }),
    );
  });

  it('never fails, whatever is printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (printed) => {
        for (const { value } of read(printed))
          expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
