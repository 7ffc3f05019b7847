import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { longStayRules } from './long-stays.ts';

const rule = (code: string) => longStayRules.find((each) => each.code === code)!;

describe.each([
  ['375', 'T1', ['12/07/2025', '13/07/2025', '14/07/2025']],
  ['376', 'T3', ['21/06/2025', '22/06/2025', '23/06/2025']],
  ['379', 'T4', ['07/06/2025', '08/06/2025', '09/06/2025']],
] as const)('%s stays in %s', (code, PLACE, [shorter, longest, tooLong]) => {
  const stay = { CHILD: '1', PLACE, DECOM: '01/06/2025' };
  const found = (episode: Record<string, string>, header: Record<string, string> = {}) =>
    check(rule(code), {
      Episodes: [{ ...stay, DEC: tooLong, ...episode }],
      Header: [{ CHILD: '1', DOB: '01/01/2012', ...header }],
    });

  it('may last its time and not a day longer', () => {
    expect(found({ DEC: shorter })).toEqual({});
    expect(found({ DEC: longest })).toEqual({});
    expect(found({ DEC: tooLong })).toEqual({ Episodes: [0] });
  });

  it.each([
    ['another placement', { PLACE: 'T2' }, {}],
    ['no placement', { PLACE: '' }, {}],
    ['still open', { DEC: '' }, {}],
    ['an unreadable end', { DEC: '2025-12-01' }, {}],
    ['no start', { DECOM: '' }, {}],
    ['no date of birth', {}, { DOB: '' }],
    ['an unreadable date of birth', {}, { DOB: '01/01/12' }],
    ['a child who is not in Header', {}, { CHILD: '2' }],
    ['no child', { CHILD: '' }, { CHILD: '' }],
  ])('passes over %s', (_, episode, header) => {
    expect(found(episode, header)).toEqual({});
  });

  it('measures each episode alone', () => {
    expect(
      check(rule(code), {
        Episodes: [
          { ...stay, DEC: longest },
          { ...stay, DECOM: longest, DEC: '01/03/2026' },
          { ...stay, DECOM: '01/03/2026', DEC: '02/03/2026' },
        ],
        Header: ['01/01/2012', '02/01/2012'].map((DOB) => ({ CHILD: '1', DOB })),
      }),
    ).toEqual({ Episodes: [1] });
  });
});
