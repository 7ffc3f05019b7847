import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { askers, granted, openTestStore, type TestDatabase, testDatabase } from '../testing/database.ts';
import { enterChild } from '../testing/people.ts';
import { duplicatesAmong } from './duplicates.ts';
import { jaroWinkler, likeness, type Person } from './similarity.ts';

const person = (facts: Partial<Person>): Person => ({
  id: 'x',
  given: '',
  family: '',
  knownAs: '',
  born: '',
  sex: '',
  upn: '',
  ...facts,
});

describe('likeness of two persons', () => {
  it('is explained', () => {
    const one = person({ given: 'Catherine', family: 'Smyth', born: '2012-03-04', sex: 'F' });
    const two = person({ given: 'Katharine', family: 'Smith', born: '2012-04-03', sex: 'F' });
    const { score, reasons } = likeness(one, two);
    expect(score).toBeGreaterThan(0.85);
    expect(reasons).toEqual([
      'family names sound alike',
      'given names sound alike',
      'dates of birth with day and month changed round',
    ]);
  });

  it('goes by the name a child is known by, and by a pupil number', () => {
    const one = person({ given: 'Alexander', knownAs: 'Sasha', family: 'Test', born: '2012-03-04' });
    expect(likeness(one, person({ given: 'Sasha', family: 'Test', born: '2012-03-04' })).score).toBe(1);
    const numbered = { upn: 'A123456789012' };
    expect(
      likeness(person({ ...numbered, born: '2012-03-04' }), person({ ...numbered, born: '2012-03-05' }))
        .reasons,
    ).toContain('same unique pupil number');
  });

  it('is not made of a birthday alone, nor of brothers and sisters', () => {
    expect(likeness(person({ born: '2012-03-04' }), person({ born: '2012-03-04' })).score).toBeLessThan(0.75);
    const twins = [
      person({ id: 'a', given: 'Ada', family: 'Test', born: '2012-03-04', sex: 'F' }),
      person({ id: 'b', given: 'Boris', family: 'Test', born: '2012-03-04', sex: 'M' }),
    ];
    expect(duplicatesAmong(twins)).toEqual([]);
  });

  it('is between 0 and 1, the same both ways, and 1 with oneself', () => {
    const name = fc.string({ maxLength: 12 });
    const anybody = fc.record({
      given: name,
      family: name,
      born: fc.constantFrom('', '2012-03-04', '2012-04-03'),
      sex: fc.constantFrom('', 'F', 'M'),
    });
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const there = likeness(person(a), person(b)).score;
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        expect(likeness(person(b), person(a)).score).toBeCloseTo(there, 1);
      }),
    );
  });

  it('measures names as Winkler printed them', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 2);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
  });
});

describe('persons recorded twice', () => {
  let database: TestDatabase;
  let store: Store;
  const records = () => store.as(askers.records);
  const whole = async (child: string) =>
    granted(await records().child(child))
      .map(({ type, id, record }) => ({ type, id, record }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));

  beforeAll(async () => {
    database = await testDatabase();
    store = await openTestStore(database.url);
    await enterChild(store, 'P1', { child: { name: { given: 'Catherine', family: 'Smyth' } } });
    await enterChild(store, 'P2', { child: { name: { given: 'Katharine', family: 'Smith' } } });
    await enterChild(store, 'P3', {
      born: '2010-01-01',
      child: { name: { given: 'Noah', family: 'Jones' } },
    });
    granted(
      await records().create('sibling-group', { id: 'G1', members: [{ child: 'P2' }, { child: 'P3' }] }),
    );
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('are found, with reasons', async () => {
    expect(granted(await records().possibleDuplicates())).toMatchObject([
      {
        a: 'P1',
        b: 'P2',
        reasons: ['family names sound alike', 'given names sound alike', 'same date of birth'],
      },
    ]);
    expect(await store.as(askers.worker).possibleDuplicates()).toMatchObject({ refused: 'denied' });
  });

  it('become one, wherever a record names them, and are split again exactly', async () => {
    const before = { one: await whole('P1'), two: await whole('P2') };
    const { act, records: moved } = granted(await records().mergePersons('P1', 'P2'));
    expect(moved).toBe(4);
    expect(await records().get('child', 'P2')).toMatchObject({ refused: 'not-found' });
    expect(await whole('P1')).toHaveLength(5);
    expect(granted(await records().get('sibling-group', 'G1')).record.members).toEqual([
      { child: 'P1' },
      { child: 'P3' },
    ]);
    expect(await store.as({ ...askers.worker }).count('episode')).toBe(3);
    const { since } = granted(await records().splitPersons(act));
    expect(since).toEqual([]);
    expect({ one: await whole('P1'), two: await whole('P2') }).toEqual(before);
    expect(granted(await records().get('sibling-group', 'G1')).record.members).toEqual([
      { child: 'P2' },
      { child: 'P3' },
    ]);
    expect(await records().splitPersons(act)).toMatchObject({ refused: 'not-found' });
  });

  it('keep, when split, what was done since the merge', async () => {
    const { act } = granted(await records().mergePersons('P1', 'P2'));
    const theirs = granted(
      await records().list('episode', { where: [{ field: 'child', is: 'equal', value: 'P1' }] }),
    ).records;
    const moved = theirs.find(({ version }) => version > 1)!;
    granted(
      await records().patch(
        'episode',
        moved.id,
        { end: '2025-10-01', reasonEpisodeCeased: 'E4A' },
        moved.version,
      ),
    );
    const added = granted(
      await records().create('visit', { child: 'P1', held: '2025-06-06', visitorRole: 'social-worker' }),
    );
    const { since } = granted(await records().splitPersons(act));
    expect(since).toEqual([{ type: 'visit', id: added.id }]);
    expect(granted(await records().get('episode', moved.id)).record).toMatchObject({
      child: 'P2',
      end: '2025-10-01',
    });
  });

  it('stay one when a file comes that still knows them as two', async () => {
    const { act } = granted(await records().mergePersons('P1', 'P3'));
    const { child, visit } = Object.fromEntries([...store.policy.records]) as unknown as Record<
      string,
      never
    >;
    const done = granted(
      await store.as(askers.integrator).commitImport({
        feed: 'late',
        parts: [
          { type: child as never, records: [{ id: 'P3', dateOfBirth: '2010-01-01' }] },
          {
            type: visit as never,
            records: [{ child: 'P3', held: '2025-09-09', visitorRole: 'social-worker' }],
          },
        ],
      }),
    );
    expect(done.added).toMatchObject([{ type: 'visit', child: 'P1' }]);
    expect(done.rejected).toEqual([]);
    granted(await records().splitPersons(act));
  });
});

describe('sharing with another agency', () => {
  let database: TestDatabase;
  let store: Store;
  const nurse = { user: 'nurse-9', roles: [], agency: 'health-trust', purpose: 'health' } as const;
  const manager = () => store.as(askers.records);
  const AGREEMENT = {
    id: 'health-2026',
    agency: 'health-trust',
    purpose: 'health',
    basis: 'UK GDPR article 6(1)(e); Children Act 2004, section 10',
    records: [
      { record: 'child', fields: ['dateOfBirth', 'sex'] },
      { record: 'episode', fields: ['start', 'end'] },
    ],
    needsConsent: true,
    from: '2020-01-01',
    until: '2099-12-31',
  } as const;

  beforeAll(async () => {
    database = await testDatabase();
    store = await openTestStore(database.url);
    for (const id of ['Q1', 'Q2']) await enterChild(store, id);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('shows what the agreement covers of children with consent, for its purpose and time, and nothing else [CFG-10]', async () => {
    expect(await store.as(nurse).list('child')).toMatchObject({ refused: 'denied' });
    granted(await manager().signAgreement(AGREEMENT));
    expect(granted(await store.as(nurse).list('child')).records).toEqual([]);
    const worker = store.as(askers.worker);
    const given = granted(
      await worker.recordConsent({
        child: 'Q1',
        purpose: 'health',
        given: true,
        givenBy: 'the young person',
        from: '2025-01-01',
      }),
    );
    granted(
      await worker.recordConsent({
        child: 'Q2',
        purpose: 'health',
        given: false,
        givenBy: 'a parent',
        from: '2025-01-01',
      }),
    );
    const { records: seen } = granted(await store.as(nurse).list('child'));
    expect(seen.map(({ record }) => record)).toEqual([{ id: 'Q1', dateOfBirth: '2012-03-15', sex: 'F' }]);
    expect(granted(await store.as(nurse).list('episode')).records[0]!.record).toEqual({
      child: 'Q1',
      start: '2025-02-01',
    });
    expect(await store.as(nurse).list('review')).toMatchObject({ refused: 'denied' });
    expect(await store.as({ ...nurse, purpose: 'performance' }).list('child')).toMatchObject({
      refused: 'denied',
    });
    expect(await store.as({ ...nurse, agency: 'police' }).list('child')).toMatchObject({ refused: 'denied' });
    expect(
      await store.as(nurse).create('view', { child: 'Q1', given: '2025-01-01', about: 'home' }),
    ).toMatchObject({ refused: 'denied' });
    granted(await worker.withdrawConsent('Q1', given.id));
    expect(granted(await store.as(nurse).list('child')).records).toEqual([]);
    expect(granted(await worker.consentOf('Q1'))).toMatchObject([
      { purpose: 'health', given: true, withdrawnAt: expect.any(String) },
    ]);
  });

  it('ends when the agreement is ended', async () => {
    granted(
      await store.as(askers.worker).recordConsent({
        child: 'Q2',
        purpose: 'health',
        given: true,
        givenBy: 'the young person',
        from: '2025-01-01',
      }),
    );
    expect(granted(await store.as(nurse).list('child')).records).toHaveLength(1);
    granted(await manager().endAgreement('health-2026'));
    expect(await store.as(nurse).list('child')).toMatchObject({ refused: 'denied' });
  });

  it.each([
    [{ needsConsent: false }, /never covers everybody/],
    [{ records: [{ record: 'child', fields: ['shoeSize'] }] }, /no field 'shoeSize'/],
    [{ records: [{ record: 'shoe', fields: [] }] }, /no record type 'shoe'/],
    [{ until: '2019-01-01' }, /first and a last day/],
    [{ basis: ' ' }, /lawful basis/],
  ])('is refused in plain words where the agreement cannot stand: %j', async (wrong, message) => {
    expect(await manager().signAgreement({ ...AGREEMENT, id: 'x', ...wrong })).toMatchObject({
      refused: 'invalid',
      message: expect.stringMatching(message),
    });
  });
});
