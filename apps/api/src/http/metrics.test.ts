import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';

let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil();
});
afterAll(() => served.close());

describe('metrics', () => {
  it('count requests by pattern of route, with no id in them, for the administrator only', async () => {
    await served.enterChild(served.store, 'T1');
    await served.ask('worker', '/records/child/T1');
    await served.ask('worker', '/records/child/T1');
    await served.ask('worker', '/some/T1/where');
    const { text, status } = await served.ask('administrator', '/metrics');
    expect(status).toBe(200);
    expect(text).toContain(
      'cic_http_request_duration_seconds_count{method="GET",route="/records/:type/:id",status="200"} 2',
    );
    expect(text).toContain('route="none",status="404"} 1');
    expect(text).not.toContain('T1');
    expect((await served.ask('worker', '/metrics')).status).toBe(403);
  });
});
