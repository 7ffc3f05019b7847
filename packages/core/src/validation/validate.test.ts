import { describe, expect, it } from 'vitest';
import { child, episode, plan, review, siblingGroup } from '../generated/records.ts';
import { validate } from './validate.ts';

const aChild = { id: 'C1', dateOfBirth: '2012-05-17' };
const anEpisode = {
  child: 'C1',
  start: '2025-06-02',
  reasonNewEpisode: 'S',
  legalStatus: 'C2',
  categoryOfNeed: 'N1',
  placementType: 'U4',
};
const messages = (...args: Parameters<typeof validate>) => validate(...args).map(({ message }) => message);

describe('validate', () => {
  it('finds nothing wrong with a valid record', () => {
    expect(validate(child, aChild)).toEqual([]);
    expect(validate(episode, anEpisode)).toEqual([]);
  });

  it('says what a day must look like', () => {
    expect(validate(episode, { ...anEpisode, start: '31/02/2026' })).toEqual([
      {
        path: '/start',
        value: '31/02/2026',
        expected: 'a day in the form YYYY-MM-DD',
        message: 'start must be a day in the form YYYY-MM-DD, but is "31/02/2026"',
      },
    ]);
  });

  it('knows that 30 February does not exist, and 29 February only in leap years', () => {
    for (const [start, problems] of [
      ['2026-02-30', 1],
      ['2025-02-29', 1],
      ['2024-02-29', 0],
    ] as const)
      expect(validate(episode, { ...anEpisode, start })).toHaveLength(problems);
  });

  it('names the code set and some of its codes', () => {
    expect(messages(episode, { ...anEpisode, legalStatus: 'C9' })).toEqual([
      'legalStatus must be a code of Legal status (LS), such as C1, C2, D1 or E1, but is "C9"',
    ]);
    expect(messages(child, { ...aChild, sex: 'X' })).toEqual([
      'sex must be a code of Sex (SEX): M, F or U, but is "X"',
    ]);
  });

  it('suggests the code that was meant', () => {
    expect(messages(episode, { ...anEpisode, legalStatus: ' c2' })[0]).toContain('did you mean C2?');
  });

  it('names a missing property and what it would hold', () => {
    const { start: _, ...without } = anEpisode;
    expect(validate(episode, without)).toEqual([
      {
        path: '/start',
        value: undefined,
        expected: 'a day in the form YYYY-MM-DD',
        message: 'start is missing: Episode must have it, a day in the form YYYY-MM-DD',
      },
    ]);
  });

  it('suggests the property that was meant', () => {
    expect(validate(child, { ...aChild, etnicity: 'WBRI' })).toEqual([
      {
        path: '/etnicity',
        value: 'WBRI',
        expected: 'ethnicity',
        message: 'etnicity is no property of Child; did you mean ethnicity?',
      },
    ]);
    expect(
      messages(child, { id: 'C1', dateOfBirth: '2012-05-17', date_of_death: '2020-01-01' })[0],
    ).toContain('did you mean dateOfDeath?');
    expect(messages(siblingGroup, { id: 'S', members: [{ child: 'a', zzz: 1 }, { child: 'b' }] })).toEqual([
      'zzz is no property of members[0]; it may have child, start and end',
    ]);
  });

  it('points into lists', () => {
    const wrong = { id: 'S', members: [{ child: 'a' }, { child: 'b', start: 'x' }] };
    expect(validate(siblingGroup, wrong).map(({ path, message }) => [path, message])).toEqual([
      ['/members/1/start', 'members[1].start must be a day in the form YYYY-MM-DD, but is "x"'],
    ]);
  });

  it('tells every error at once', () => {
    expect(
      validate(episode, { ...anEpisode, start: 1, legalStatus: null, foo: 2 })
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['/foo', '/legalStatus', '/legalStatus', '/start']);
  });

  it('says which of two properties one must be there', () => {
    expect(messages(review, { child: 'C1' })).toEqual([
      'held or due is missing: Review must have at least one of them',
    ]);
  });

  it('explains a pattern by its name and an example', () => {
    expect(messages(episode, { ...anEpisode, placementPostcode: 'Derby' })).toEqual([
      'placementPostcode must be a valid postcode, such as DE1 2FS, but is "Derby"',
    ]);
  });

  it('says what kind of value is wanted', () => {
    for (const [value, message] of [
      [[], 'the record must be an object, but is a list of 0'],
      [null, 'the record must be an object, but is null'],
      ['text', 'the record must be an object, but is "text"'],
    ] as const)
      expect(messages(child, value)).toEqual([message]);
    expect(messages(child, { ...aChild, mother: 'yes' })).toEqual([
      'mother must be true or false, but is "yes"',
    ]);
    expect(messages(episode, { ...anEpisode, placementDistance: -1 })).toEqual([
      'placementDistance must be a number of at least 0, but is -1',
    ]);
  });

  it('cuts long values', () => {
    const [problem] = validate(child, { ...aChild, dateOfBirth: 'x'.repeat(10_000) });
    expect(problem?.message.length).toBeLessThan(200);
    expect(String(problem?.value).length).toBeLessThan(100);
  });

  it('checks the base that plans share', () => {
    expect(messages(plan, { child: 'C1', kind: 'care', start: '2025-01-01', authorRole: '' })).toEqual([
      'authorRole must be text from 1 to 200 characters, but is ""',
    ]);
  });

  it('is not led astray by property names of every object', () => {
    expect(
      validate(child, JSON.parse('{"id":"C1","dateOfBirth":"2012-05-17","constructor":1,"__proto__":2}')),
    ).toHaveLength(2);
  });
});
