import type { Asker } from '@cic/access';

/** One thing somebody did, for the audit. */
export interface AuditEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly action: string;
  readonly by: string;
  readonly roles?: readonly string[] | undefined;
  readonly purpose?: string | undefined;
  readonly reason?: string | undefined;
  readonly from?: string | undefined;
  readonly type?: string | undefined;
  /** Whose records were touched. */
  readonly children?: readonly string[] | undefined;
  /** What exactly: ids, versions, the question asked. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** JSON with its keys in order and nothing undefined: one text for one value (in the spirit of RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** What an asker did, as an entry. */
export const entryOf = (
  asker: Asker,
  at: Date,
  action: string,
  more: Pick<AuditEntry, 'type' | 'children' | 'detail' | 'purpose'> = {},
): AuditEntry => ({
  at: at.toISOString(),
  action,
  by: asker.user,
  roles: asker.roles,
  purpose: asker.purpose,
  reason: asker.reason,
  from: asker.from,
  ...more,
});
