import { describe, expect, it } from 'vitest';
import { ADOPTION_DETAILS, HEALTH_ITEMS, LEAVER_DETAILS } from '../engine/details.ts';
import type { ExampleReturn } from '../engine/rule.ts';
import { check } from '../engine/testing.ts';
import { incompatibleDetailRules } from './incompatible-details.ts';

const checking = (code: string, example: ExampleReturn) =>
  check(incompatibleDetailRules.find((each) => each.code === code)!, example);

type Cells = Readonly<Record<string, string>>;

describe('134 adopted and a care leaver', () => {
  const compare = (leaver: Cells, adoption: Cells) =>
    checking('134', { OC3: [{}, { CHILD: '1', ...leaver }], AD1: [{ CHILD: '1', ...adoption }] });

  it('flags the adoption where anything is written in both', () => {
    for (const ofLeaver of LEAVER_DETAILS) {
      for (const ofAdoption of ADOPTION_DETAILS) {
        expect(compare({ [ofLeaver]: '?' }, { [ofAdoption]: '?' })).toEqual({ AD1: [0] });
        expect(compare({ [ofLeaver]: '?' }, { DOB: '01/01/2020' })).toEqual({});
        expect(compare({ DOB: '01/01/2007' }, { [ofAdoption]: '?' })).toEqual({});
      }
    }
  });
  it('compares rows of the same child, one of which is enough', () => {
    expect(
      checking('134', {
        OC3: [{ CHILD: '1' }, { CHILD: '1', ACTIV: '0' }, { CHILD: '', ACTIV: '0' }],
        AD1: [
          { CHILD: '2', NB_ADOPTR: '1' },
          { CHILD: '1', NB_ADOPTR: '1' },
          { CHILD: '', NB_ADOPTR: '1' },
          { CHILD: '1', LS_ADOPTR: 'L0' },
        ],
      }),
    ).toEqual({ AD1: [1, 3] });
  });
});

describe('165 mother status', () => {
  const inCare = { DECOM: '01/06/2025' };
  const before = { DECOM: '01/06/2020', DEC: '31/03/2025' };

  /** Checks the child's Header row with two OC3 rows, the first blank, the second with an activity. */
  const compare = (
    SEX: string,
    MOTHER: string,
    episode: Cells,
    OC3: readonly Cells[] = [{}, { ACTIV: '0' }],
  ) =>
    checking('165', {
      Header: [{ CHILD: '1', SEX, MOTHER }],
      Episodes: [{ CHILD: '1', ...episode }],
      OC3: OC3.map((cells) => ({ CHILD: '1', ...cells })),
    });
  const all = { Header: [0], OC3: [0, 1] };

  it.each(['M', 'F', 'U', '', '1', '2'])('is 0 or 1, sex %j', (sex) => {
    for (const value of ['2', 'Y', '1.0', ' ']) {
      expect(compare(sex, value, inCare)).toEqual(all);
      expect(compare(sex, value, before)).toEqual(all);
    }
  });
  it.each(['M', '1'])('is blank for sex %s', (sex) => {
    expect(compare(sex, '0', inCare)).toEqual(all);
    expect(compare(sex, '1', before)).toEqual(all);
    expect(compare(sex, '', inCare)).toEqual({});
  });
  it.each(['F', '2'])('is given for sex %s in care in the year', (sex) => {
    expect(compare(sex, '', inCare)).toEqual(all);
    expect(compare(sex, '1', inCare)).toEqual({});
    expect(compare(sex, '', before)).toEqual({});
  });
  it.each(['F', '2'])('is blank for sex %s who was only a care leaver', (sex) => {
    expect(compare(sex, '1', before)).toEqual({ Header: [0], OC3: [1] });
    expect(compare(sex, '0', before, [{ IN_TOUCH: '?' }])).toEqual({ Header: [0], OC3: [0] });
    expect(compare(sex, '0', before, [{ ACCOM: '?' }])).toEqual({ Header: [0], OC3: [0] });
    expect(compare(sex, '0', before, [{}])).toEqual({});
    expect(compare(sex, '0', before, [])).toEqual({});
  });
  it.each(['U', ''])('may be anything valid for sex %j', (sex) => {
    for (const value of ['', '0', '1']) expect(compare(sex, value, inCare)).toEqual({});
  });
  it.each([
    ['from before until 1 April', { DECOM: '01/06/2020', DEC: '01/04/2025' }, true],
    ['until 31 March before', { DECOM: '01/06/2020', DEC: '31/03/2025' }, false],
    ['from 31 March at the end', { DECOM: '31/03/2026' }, true],
    ['from 1 April after', { DECOM: '01/04/2026' }, false],
    ['an unreadable end', { DECOM: '01/06/2020', DEC: 'x' }, true],
    ['an unreadable start', { DECOM: 'x' }, false],
    ['short breaks', { DECOM: '01/06/2025', LS: 'V3' }, false],
  ])('%s: in care in the year %s', (_what, episode, isInCare) => {
    expect(compare('F', '', episode)).toEqual(isInCare ? all : {});
  });
  it('is not looked at for children without episodes other than short breaks', () => {
    expect(compare('M', '2', { ...inCare, LS: 'V4' })).toEqual({});
    expect(
      checking('165', {
        Header: [
          { CHILD: '1', SEX: 'M', MOTHER: '2' },
          { CHILD: '', SEX: 'M', MOTHER: '2' },
        ],
        Episodes: [
          { CHILD: '2', ...inCare },
          { CHILD: '', ...inCare },
        ],
        OC3: [],
      }),
    ).toEqual({});
  });
});

describe('187 in care all year', () => {
  const compare = (DECOM: string, CHILD = '1') =>
    checking('187', {
      OC3: [{ CHILD }, ...LEAVER_DETAILS.map((column) => ({ CHILD, [column]: '?' }))],
      AD1: [...ADOPTION_DETAILS.map((column) => ({ CHILD, [column]: '?' })), { CHILD, DOB: '01/01/2020' }],
      Episodes: [{ CHILD, DECOM, RNE: 'S' }],
    });

  it('flags anything written about leaving care or adoption', () => {
    expect(compare('01/04/2025')).toEqual({ OC3: [1, 2, 3], AD1: [0, 1, 2, 3, 4, 5] });
  });
  it('lets others pass', () => {
    expect(compare('02/04/2025')).toEqual({});
    expect(compare('x')).toEqual({});
    expect(compare('01/04/2025', '')).toEqual({});
  });
});

describe('215 care leaver with health items', () => {
  it('flags both rows where anything is written in both', () => {
    for (const ofLeaver of LEAVER_DETAILS) {
      for (const item of HEALTH_ITEMS) {
        expect(
          checking('215', {
            OC3: [
              { CHILD: '1' },
              { CHILD: '1', [ofLeaver]: '?' },
              { CHILD: '2', [ofLeaver]: '?' },
              { [ofLeaver]: '?' },
            ],
            OC2: [
              { [item]: '?' },
              { CHILD: '1', [item]: '?' },
              { CHILD: '1', SDQ_SCORE: '12' },
              { CHILD: '2' },
            ],
          }),
        ).toEqual({ OC3: [1], OC2: [1] });
      }
    }
  });
});

describe('399 short breaks only', () => {
  const compare = (Episodes: readonly Cells[], Header: readonly Cells[], Reviews: readonly Cells[]) => {
    const ofChild = (rows: readonly Cells[]) => rows.map((cells) => ({ CHILD: '1', ...cells }));
    return checking('399', {
      Episodes: ofChild(Episodes),
      Header: ofChild(Header),
      Reviews: ofChild(Reviews),
    });
  };
  const breaks = [{ LS: 'V3' }, { LS: 'V4' }];

  it('flags everything of a child with a mother status, also blank reviews', () => {
    expect(compare(breaks, [{ MOTHER: '0' }, {}], [{}])).toEqual({
      Episodes: [0, 1],
      Header: [0],
      Reviews: [0],
    });
    expect(compare(breaks, [{ MOTHER: '?' }], [])).toEqual({ Episodes: [0, 1], Header: [0] });
  });
  it('flags reviews with a date or a code, and the Header row with them', () => {
    const reviews = [{}, { REVIEW: 'x' }, { REVIEW_CODE: '?' }];
    expect(compare(breaks, [{}], reviews)).toEqual({ Episodes: [0, 1], Header: [0], Reviews: [1, 2] });
    expect(compare(breaks, [], reviews)).toEqual({ Episodes: [0, 1], Reviews: [1, 2] });
  });
  it('flags nothing where neither is written', () => {
    expect(compare(breaks, [{ SEX: 'F' }], [{ DOB: '01/01/2010' }])).toEqual({});
  });
  it.each(['C2', '', 'V2', 'V3 '])('lets a child pass with one episode under %j', (LS) => {
    expect(compare([...breaks, { LS }], [{ MOTHER: '1' }], [{ REVIEW: '01/06/2025' }])).toEqual({});
  });
  it('passes over children without episodes and rows without a CHILD', () => {
    expect(compare([], [{ MOTHER: '1' }], [{ REVIEW: '01/06/2025' }])).toEqual({});
    expect(compare([{ CHILD: '', LS: 'V3' }], [{ CHILD: '', MOTHER: '1' }], [])).toEqual({});
  });
});
