import { describe, expect, it } from 'vitest';
import { check, runExample } from '../engine/testing.ts';
import { childrenWithoutEpisodesRules } from './children-without-episodes.ts';

const rule = (code: string) => childrenWithoutEpisodesRules.find((each) => each.code === code)!;

const children = (...ids: readonly string[]) => ids.map((CHILD) => ({ CHILD }));

describe('1012 rows of children without episodes', () => {
  it('flags them in six tables and no other', () => {
    const rows = children('1', '2', '1', '3', '2');
    expect(
      check(rule('1012'), {
        Episodes: children('1', '3', '3'),
        PlacedAdoption: rows,
        Missing: rows,
        Reviews: rows,
        AD1: rows,
        PrevPerm: rows,
        OC2: rows,
        OC3: rows,
        UASC: rows,
        Header: rows,
        SWEpisodes: rows,
        DoLo: rows,
      }),
    ).toEqual({
      PlacedAdoption: [1, 4],
      Missing: [1, 4],
      Reviews: [1, 4],
      AD1: [1, 4],
      PrevPerm: [1, 4],
      OC2: [1, 4],
    });
  });

  it('lets a blank child match a blank one', () => {
    expect(check(rule('1012'), { Episodes: children('1', ''), OC2: children('') })).toEqual({});
    expect(check(rule('1012'), { Episodes: children('1'), OC2: children('') })).toEqual({ OC2: [0] });
    expect(check(rule('1012'), { Episodes: [], AD1: children('1') })).toEqual({ AD1: [0] });
  });

  it('needs Episodes and one of the six', () => {
    const statusOf = (...tables: readonly string[]) =>
      runExample(rule('1012'), Object.fromEntries(tables.map((table) => [table, children('1')]))).status;
    expect(statusOf('Episodes', 'Header', 'OC3')).toBe('skipped');
    expect(statusOf('OC2', 'Header')).toBe('skipped');
    expect(statusOf('Episodes', 'PrevPerm')).toBe('checked');
  });
});

describe('EPI children without anything', () => {
  it('asks for an episode or a care-leaver row', () => {
    expect(
      check(rule('EPI'), {
        Header: children('1', '2', '3', '', '3'),
        Episodes: children('1', '1'),
        OC3: children('2', ''),
        Reviews: children('3'),
      }),
    ).toEqual({ Header: [2, 4] });
  });

  it('takes a missing table as an empty one', () => {
    expect(check(rule('EPI'), { Header: children('1', '', '2') })).toEqual({ Header: [0, 1, 2] });
    expect(check(rule('EPI'), { Header: children('1', '', '2'), Episodes: children('2', '') })).toEqual({
      Header: [0],
    });
  });
});
