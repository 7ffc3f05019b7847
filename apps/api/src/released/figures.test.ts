import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';

let served: ServedCouncil;
const ask: ServedCouncil['ask'] = (...args) => served.ask(...args);

const BORN = ['2024-03-15', '2020-03-15', '2012-03-15', '2011-03-15', '2008-06-15'] as const;
/** Two babies, nine of 5 to 9, twelve of 10 to 15, three of 16 and 17. */
const HOW_MANY = [2, 9, 6, 6, 3] as const;

beforeAll(async () => {
  served = await aServedCouncil();
  for (const [i, born] of BORN.entries()) {
    for (let n = 0; n < HOW_MANY[i]!; n++) {
      const worker = n === 0 ? 'SW1' : 'SW2';
      await served.enterChild(served.store, `T${i}-${n}`, { born, worker });
    }
  }
});
afterAll(() => served.close());

const byAge = '/indicators/children-in-care/value?period=2026&by=age';
interface Row {
  labels: string[];
  value: number | null;
  numerator: number | null;
}
const values = (body: { breakdown: Row[] }) => body.breakdown.map(({ value }) => value);

describe('figures, by who asks', () => {
  it('shows full numbers to whoever sees the children of the whole council, under pseudonyms [D-SUP-22]', async () => {
    const { body } = await ask('analyst', byAge);
    expect(body).toMatchObject({ value: 26, released: false });
    expect(values(body).filter(Boolean)).toEqual([2, 9, 12, 3]);
    const children = await ask('analyst', '/indicators/children-in-care/children?period=2026');
    expect(children.body).toHaveLength(26);
    expect(children.body[0].child).toMatch(/^p[0-9a-f]{24}$/);
  });

  it('gives a lead member only what passed through disclosure control: small counts hidden, and what would tell them [D-SUP-22] [CFG-09]', async () => {
    const { body } = await ask('member', byAge);
    expect(body).toMatchObject({ value: 26, released: true, printed: '26' });
    const shown = values(body);
    for (const small of [2, 3]) expect(shown).not.toContain(small);
    expect(shown.filter((value) => value === null).length).toBeGreaterThanOrEqual(2);
    expect(body.breakdown.every(({ value, numerator }: Row) => value === numerator)).toBe(true);
  });

  it('gives them no child, by any route [D-API-11] [CFG-09]', async () => {
    for (const path of [
      '/children',
      '/children/T0-0',
      '/children/T0-0/timeline',
      '/duties',
      '/duties.ics',
      '/indicators/children-in-care/children',
      '/records/child',
      '/records/episode/x/history',
    ]) {
      const answer = await ask('member', path);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.text).not.toMatch(/T\d-\d/);
    }
    expect((await ask('member', '/changes')).body.changes).toEqual([]);
  });

  it('gives a social worker the children of their own caseload behind a figure, and no other', async () => {
    const { body } = await ask('worker', '/indicators/children-in-care/children?period=2026');
    expect(body.map(({ child }: { child: string }) => child).sort()).toEqual([
      'T0-0',
      'T1-0',
      'T2-0',
      'T3-0',
      'T4-0',
    ]);
    const value = await ask('worker', byAge);
    expect(value.body.released).toBe(true);
  });

  it('gives a nurse, who reads no reviews, the figures of reviews as they are released', async () => {
    const released = async (who: string, id: string) =>
      (await ask(who, `/indicators/${id}/value?period=2026`)).body.released;
    expect(await released('nurse', 'children-in-care')).toBe(false);
    expect(await released('nurse', 'first-review-on-time')).toBe(true);
    expect(await released('analyst', 'first-review-on-time')).toBe(false);
  });

  it('gives the administrator of the deployment no figure about children', async () => {
    expect((await ask('administrator', byAge)).status).toBe(403);
    expect((await ask('administrator', '/council')).status).toBe(200);
  });

  it('releases a figure once: what changes afterwards changes nothing that is out', async () => {
    const before = await ask('member', byAge);
    await served.enterChild(served.store, 'T9', { born: '2020-05-05' });
    expect((await ask('analyst', byAge)).body.value).toBe(27);
    expect((await ask('member', byAge)).text).toBe(before.text);
  });

  it('holds another breakdown against what is out, so that the two together tell nothing more', async () => {
    const { body, status } = await ask('member', '/indicators/children-in-care/value?period=2025&by=age');
    const sex = await ask('member', '/indicators/children-in-care/value?period=2025&by=sex');
    const both = await ask('member', '/indicators/children-in-care/value?period=2025&by=age,sex');
    expect([status, sex.status]).toEqual([200, 200]);
    // All of them are girls, so the table by both would be the table by age: nothing may show there that is hidden here.
    if (both.status === 200) {
      for (const [i, row] of (body.breakdown as Row[]).entries()) {
        if (row.value !== null) continue;
        const girls = (both.body.breakdown as (Row & { categories: string[] })[]).filter(
          ({ labels }) => labels[0] === (body.breakdown as Row[])[i]!.labels[0],
        );
        expect(girls.some(({ value }) => value === null)).toBe(true);
      }
    } else expect(both.status).toBe(403);
  });

  it('does not release a period that is not over', async () => {
    const { status, body } = await ask('member', '/indicators/children-in-care/value?period=2027');
    expect([status, body.detail]).toEqual([403, '2026/27 is not over: its figures are not released yet.']);
  });

  it('hides a percentage with its parts, and prints one whose parts are out', async () => {
    const full = await ask('analyst', '/indicators/three-or-more-placements/value?period=2026');
    const released = await ask('member', '/indicators/three-or-more-placements/value?period=2026');
    expect(full.body.released).toBe(false);
    expect(released.body.released).toBe(true);
    const { numerator, denominator } = full.body;
    const small = [numerator, denominator - numerator].some((count: number) => count >= 1 && count <= 4);
    expect(released.body.value === null).toBe(small);
    expect(released.body.printed).toBe(small ? 'x' : full.body.printed);
  });

  it('gives every indicator to a member released or not at all: there is no other door [D-SUP-22] [D-API-11]', async () => {
    const { body: indicators } = await ask('member', '/indicators');
    for (const { id } of indicators as { id: string }[]) {
      for (const path of [
        `/indicators/${id}/value?period=2026&by=sex`,
        `/indicators/${id}/series?from=2026`,
      ]) {
        const { status, body } = await ask('member', path);
        expect([path, [200, 403, 404].includes(status)]).toEqual([path, true]);
        for (const one of status === 200 ? [body].flat() : []) {
          expect([path, one.released]).toEqual([path, true]);
          for (const { value, numerator, denominator } of [one, ...one.breakdown]) {
            const small = [numerator, one.unit === 'count' ? value : null, denominator].filter(
              (count) => count !== null && count >= 1 && count <= 4,
            );
            expect([path, one.unit === 'percent' || one.unit === 'count' ? small : []]).toEqual([path, []]);
          }
        }
      }
    }
  });

  it('writes into the audit who was given which figure', async () => {
    const { body } = await ask('auditor', '/audit/query', {
      method: 'POST',
      json: { by: 'member-1', action: 'figures' },
    });
    expect(body.entries[0]).toMatchObject({
      action: 'figures',
      by: 'member-1',
      from: expect.stringContaining('GET /indicators/:id/'),
      detail: { released: true },
    });
  });
});
