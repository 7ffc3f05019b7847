import { problemIn } from './problem.ts';

export interface ClientOptions {
  /** Where the API is: 'https://cic.example.gov.uk'. */
  readonly url: string;
  /** The Authorization header, made anew for each request: `async () => 'Bearer ' + (await token())`. */
  readonly authorization: () => string | Promise<string>;
  /** What the records are used for, where a role has several purposes; it is written into the audit. */
  readonly purpose?: string;
  /** Why, in words; it is written into the audit. */
  readonly reason?: string;
  /** How often a request is sent again that was turned away for now or got no answer: 4 where left out. */
  readonly retries?: number;
  readonly fetch?: typeof fetch;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: FormData;
  /** True where doing it twice is doing it once: then it is sent again when no answer came. */
  readonly repeatable?: boolean;
}

/** Milliseconds before the first repetition; doubled for each further one. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 30_000;

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** How long to wait: as the server says, else twice as long each time, and never all callers at once. */
function pause(answer: Response | undefined, attempt: number): number {
  const asked = Number(answer?.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(asked) && asked >= 0
    ? Math.min(asked * 1000, LONGEST_WAIT)
    : Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_WAIT) * (0.5 + Math.random() / 2);
}

/** Sends requests. @throws ApiProblem for what the API refuses; whatever `fetch` throws when it is not reached */
export type Transport = (path: string, call?: Call) => Promise<Response>;

export function transportOf(options: ClientOptions): Transport {
  const { url, authorization, purpose, reason, retries = 4, fetch: send = fetch } = options;
  return async (path, { method = 'GET', headers = {}, json, body, repeatable = method === 'GET' } = {}) => {
    const content = json === undefined ? body : JSON.stringify(json);
    for (let attempt = 0; ; attempt++) {
      let answer: Response | undefined;
      try {
        answer = await send(new URL(path, url), {
          method,
          headers: {
            authorization: await authorization(),
            ...(purpose === undefined ? {} : { 'cic-purpose': purpose }),
            ...(reason === undefined ? {} : { 'cic-reason': reason }),
            ...(json === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(content === undefined ? {} : { body: content }),
        });
      } catch (error) {
        if (!repeatable || attempt >= retries) throw error;
      }
      if (answer?.ok) return answer;
      // 429 and 503 say that nothing was done, so that anything may be sent again.
      const turnedAway = answer === undefined || answer.status === 429 || answer.status === 503;
      if (answer && (!turnedAway || attempt >= retries)) throw await problemIn(answer);
      await answer?.body?.cancel();
      await wait(pause(answer, attempt));
    }
  };
}
