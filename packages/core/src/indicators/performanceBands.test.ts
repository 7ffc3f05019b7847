import { describe, expect, it } from 'vitest';
import { bandChange, bandOf, type PerformanceBands, rankOfBand, sameBand } from './performanceBands.ts';

const c19: PerformanceBands[] = [
  {
    scheme: 'PAF C19',
    to: 2009,
    bands: [
      { label: 'Band 2', from: 50 },
      { label: 'Band 3', from: 60 },
      { label: 'Band 4', from: 70 },
      { label: 'Top band', from: 80 },
    ],
  },
];

const c18: PerformanceBands[] = [
  {
    scheme: 'PAF C18',
    bands: [
      { label: 'Band 2', from: 6 },
      { label: 'Top band', from: 3 },
    ],
  },
];

describe('performance bands', () => {
  it('give every printed C19 value its printed band [IND-22]', () => {
    const printed: [number, string][] = [
      [74.2, 'Band 4'],
      [75.6, 'Band 4'],
      [68.7, 'Band 3'],
      [64.4, 'Band 3'],
      [83, 'top band'],
      [81.5, 'top band'],
      [70.1, 'Band 4'],
      [64.3, 'Band 3'],
    ];
    for (const [value, band] of printed) expect(sameBand(bandOf(value, 2008, c19)!, band)).toBe(true);
    expect(bandOf(30, 2008, c19)).toBeUndefined();
    expect(bandOf(null, 2008, c19)).toBeUndefined();
    expect(bandOf(74.2, 2010, c19)).toBeUndefined();
  });

  it('run downwards where lower is better [IND-22]', () => {
    expect([2.4, 2.8, 3.3, 5.2, 7].map((value) => bandOf(value, 2008, c18))).toEqual([
      'Top band',
      'Top band',
      'Band 2',
      'Band 2',
      undefined,
    ]);
  });

  it('are equal whatever their case, and the top band ranks best [IND-23]', () => {
    expect(sameBand('Band 2', ' band  2')).toBe(true);
    expect(sameBand('Band 2', 'band 3')).toBe(false);
    expect(rankOfBand('top band')).toBeGreaterThan(rankOfBand('Band 5'));
    expect(rankOfBand('very good')).toBeNaN();
  });

  it('say how they moved since last year: C18 from top to band 2 is worse [IND-24]', () => {
    expect(bandChange('band 2', 'top band')).toBe('worse');
    expect(bandChange('top band', 'Band 3')).toBe('better');
    expect(bandChange('Band 3', 'band 3')).toBe('same');
    expect(bandChange('Band 3', undefined)).toBe('not available');
    expect(bandChange('Band 3', 'fair')).toBe('not available');
  });
});
