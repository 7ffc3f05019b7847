import { describe, expect, it } from 'vitest';
import { day } from '../dates/day.ts';
import { ageCell, columns, dateCell, percentCell, pounds } from './cells.ts';

describe('what a list shows', () => {
  it('is empty where nothing is known, and never not a number', () => {
    expect([dateCell(day('2019-03-31')), dateCell(undefined)]).toEqual(['2019-03-31', '']);
    expect([ageCell(0), ageCell(Number.NaN)]).toEqual([0, '']);
    expect([percentCell(0, 3), percentCell(2, 3), percentCell(0, 0)]).toEqual(['0.0%', '66.7%', '']);
    expect([pounds(0), pounds(123_450), pounds(-5_000)]).toEqual(['£0.00', '£1234.50', '-£50.00']);
  });

  it('stands in columns in the order they are named', () => {
    expect(columns({ age: 'Age', flags: 'Why' })).toEqual([
      { id: 'age', title: 'Age' },
      { id: 'flags', title: 'Why' },
    ]);
  });
});
