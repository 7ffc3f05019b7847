/** What the API could not do, as it says it (RFC 9457): `status` and `type` for programs, the message for people. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable address of the kind of problem. */
  readonly type: string;
  /** One entry for each field or parameter that is wrong. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];

  constructor(status: number, body: Partial<Pick<ApiProblem, 'type' | 'errors'>> & { detail?: string }) {
    super(body.detail ?? `The API answered ${status}.`);
    this.name = 'ApiProblem';
    this.status = status;
    this.type = body.type ?? 'about:blank';
    this.errors = body.errors ?? [];
  }
}

/** The problem in an answer; what is no problem+json (of a proxy on the way) is told by its status. */
export async function problemIn(answer: Response): Promise<ApiProblem> {
  const body: unknown = await answer.json().catch(() => ({}));
  return new ApiProblem(answer.status, typeof body === 'object' && body !== null ? body : {});
}
