import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Day, day, type IsoDate } from '../dates/day.ts';
import { action, child, council, permanencePlan, review, siblingGroup } from '../generated/records.ts';
import type { Action, Review, SiblingGroup } from '../generated/types.ts';
import { type Inside, type RecordType, recordTypesIn, toInside, toOutside } from './recordType.ts';

describe('a record type', () => {
  it('says what it is about and how it stands in time', () => {
    expect(review).toMatchObject({
      id: 'review',
      schemaId: 'https://schemas.cic-toolkit.org/core/review/1.0.0',
      version: '1.0.0',
      title: 'Review',
      subject: 'child',
      from: 'held',
      dateFields: ['due', 'held'],
    });
    expect(permanencePlan).toMatchObject({ from: 'start', until: 'end' });
    expect(council).not.toHaveProperty('from');
  });

  it('is found among whatever else a module of schemas has', () => {
    expect(recordTypesIn({ review, answer: { id: 'answer' }, YEARS: 3, none: undefined })).toEqual([review]);
  });

  it('says how carefully it is to be handled', () => {
    expect(council.sensitivity).toEqual({ record: 'official' });
    expect(child.sensitivity.record).toBe('personal');
    expect(child.sensitivity.properties).toMatchObject({ ethnicity: 'special-category' });
  });

  it('fits in a list of any record types', () => {
    const list: readonly RecordType[] = [child, review, action];
    expect(list.map(({ id }) => id)).toEqual(['child', 'review', 'action']);
  });
});

describe('days inside', () => {
  const group: SiblingGroup = {
    id: 'S1',
    members: [{ child: 'a', start: '2020-02-29' }, { child: 'b' }],
    assessed: '2021-03-01',
  };

  it('are whole numbers, in lists of objects too', () => {
    expect(toInside(siblingGroup, group)).toEqual({
      id: 'S1',
      members: [{ child: 'a', start: day('2020-02-29') }, { child: 'b' }],
      assessed: day('2021-03-01'),
    });
  });

  it('come back as they were, and leave the record alone', () => {
    const before = JSON.stringify(group);
    expect(toOutside(siblingGroup, toInside(siblingGroup, group))).toEqual(group);
    expect(JSON.stringify(group)).toBe(before);
  });

  it('reach into objects in lists in objects', () => {
    const record: Action = {
      id: 'a1',
      strategy: 's',
      text: 'Do it.',
      steps: [{ text: 'First.', timescale: { due: '2019-06-30' } }, { text: 'Second.' }],
    };
    expect(toInside(action, record).steps?.[0]?.timescale?.due).toBe(day('2019-06-30'));
    expect(toOutside(action, toInside(action, record))).toEqual(record);
  });

  it('have their type', () => {
    expectTypeOf<Inside<Review>['held']>().toEqualTypeOf<Day | undefined>();
    expectTypeOf<Inside<Review>['child']>().toEqualTypeOf<string>();
    expectTypeOf<Review['held']>().toEqualTypeOf<IsoDate | undefined>();
    expectTypeOf<Inside<SiblingGroup>['members'][number]['start']>().toEqualTypeOf<Day | undefined>();
    expectTypeOf<Inside<Review>['participation']>().toEqualTypeOf<Review['participation']>();
  });
});
