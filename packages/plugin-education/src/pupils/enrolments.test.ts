import { academicYear, day } from '@cic/core';
import { aChild, theChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { enrolment } from '../generated/records.ts';
import { placeOn, schoolMoves, schoolMovesIn } from './enrolments.ts';

const pupil = aChild({ born: '2009-03-01' }).startedOn('2012-01-01');

describe('the place of a child', () => {
  it('is the main one; a second roll counts only where there is no other', () => {
    const child = theChild(
      pupil.with(
        enrolment,
        {
          school: 'main',
          setting: 'academy',
          start: '2020-09-01',
          end: '2021-03-01',
          registration: 'M',
        },
        {
          school: 'unit',
          setting: 'alternative-provision',
          start: '2020-10-01',
          registration: 'S',
        },
      ),
    );
    expect(placeOn(child, day('2020-11-01'))?.school).toBe('main');
    expect(placeOn(child, day('2021-03-01'))?.school).toBe('unit');
    expect(placeOn(child, day('2020-08-31'))).toBeUndefined();
  });
});

describe('a change of school', () => {
  it('is none when the year group moves on: from nursery, and to the secondary school in September', () => {
    const child = theChild(
      pupil.with(
        enrolment,
        {
          school: 'nursery',
          setting: 'early-years-private',
          start: '2012-09-03',
          end: '2013-07-20',
        },
        {
          school: 'primary',
          setting: 'maintained',
          start: '2013-09-03',
          end: '2020-07-20',
        },
        { school: 'secondary', setting: 'academy', start: '2020-09-02' },
      ),
    );
    expect(schoolMoves(child)).toEqual([]);
  });

  it('is one in the middle of a year, with its reason, outcome and year group [EDU-21]', () => {
    const child = theChild(
      pupil.with(
        enrolment,
        {
          school: 'a',
          setting: 'academy',
          start: '2020-09-02',
          end: '2023-11-10',
        },
        {
          school: 'b',
          setting: 'academy',
          start: '2023-11-13',
          reasonForMove: 'placement-move',
          outcomeOfMove: 'settled',
        },
      ),
    );
    expect(schoolMovesIn(child, academicYear(2024))).toMatchObject([
      {
        on: day('2023-11-13'),
        reason: 'placement-move',
        outcome: 'settled',
        yearGroup: 10,
      },
    ]);
    expect(schoolMovesIn(child, academicYear(2023))).toEqual([]);
  });

  it('in September counts where the reason says more than moving on, and to a pupil referral unit', () => {
    const toSecondary = (facts: object) =>
      theChild(
        pupil.with(
          enrolment,
          {
            school: 'a',
            setting: 'maintained',
            start: '2015-09-02',
            end: '2020-07-10',
          },
          { school: 'b', setting: 'academy', start: '2020-09-02', ...facts },
        ),
      );
    expect(schoolMoves(toSecondary({ reasonForMove: 'placement-move' }))).toHaveLength(1);
    expect(schoolMoves(toSecondary({ setting: 'pupil-referral-unit' }))).toHaveLength(1);
    expect(schoolMoves(toSecondary({ reasonForMove: 'phase-transfer' }))).toEqual([]);
  });
});
