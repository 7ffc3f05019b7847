/**
 * What everybody ought to see, worked out the plain way: one record, one rule, one field at a time, with nothing of the
 * policy engine but the rules themselves.
 */
import type { Policy } from '@cic/access';
import type { AccessRule, JsonSchema, RecordType } from '@cic/core';

type Fields = Readonly<Record<string, unknown>>;

export interface Known {
  readonly id: string;
  readonly child: string | undefined;
  readonly record: Fields;
}

/** Who belongs to whom in the world of the test, told by hand. */
export interface World {
  readonly workers: Readonly<Record<string, readonly string[]>>;
  readonly teams: Readonly<Record<string, readonly string[]>>;
  readonly establishments: Readonly<Record<string, readonly string[]>>;
  readonly restricted: ReadonlySet<string>;
}

export interface Person {
  readonly role: string;
  readonly worker: string;
  readonly team: string;
  readonly establishment: string;
}

export type Sight = 'value' | 'month' | 'pseudonym' | 'mask' | 'nothing';

const children = (value: unknown): string[] =>
  JSON.stringify(value ?? null)
    .split('"child":"')
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('"')));

export function rowSeen(
  rule: AccessRule | undefined,
  who: Person,
  { child, record }: Known,
  world: World,
): boolean {
  if (rule?.read === undefined) return false;
  const named = [...(child === undefined ? [] : [child]), ...children(record)];
  if (named.some((one) => world.restricted.has(one))) return false;
  const mine = (lists: Readonly<Record<string, readonly string[]>>, key: string): boolean =>
    child !== undefined && (lists[key] ?? []).includes(child);
  switch (rule.read) {
    case 'own caseload':
      return mine(world.workers, who.worker);
    case 'own team':
      return mine(world.teams, who.team);
    case 'own establishment':
      return mine(world.establishments, who.establishment);
    case 'whole council':
    case 'pseudonymised':
      return true;
    default:
      return false;
  }
}

const leaves = (schema: JsonSchema): JsonSchema[] => {
  if (schema.items) return leaves(schema.items);
  if (schema.properties) return Object.values(schema.properties).flatMap(leaves);
  return [schema];
};

const saysNothingPersonal = (schema: JsonSchema): boolean =>
  leaves(schema).every(
    ({ type, enum: codes, format, const: only }) =>
      only !== undefined ||
      type === 'number' ||
      type === 'integer' ||
      type === 'boolean' ||
      (type === 'string' && (codes !== undefined || format === 'date')),
  );

export function fieldSeen(rule: AccessRule, type: RecordType<object>, field: string): Sight {
  if (rule.hidden?.includes(field)) return 'nothing';
  if (rule.masked?.includes(field)) return 'mask';
  if (rule.read !== 'pseudonymised') return 'value';
  if (field === 'id' || field === 'child') return 'pseudonym';
  const schema = type.schema.properties![field]!;
  if (['dateOfBirth', 'firstChildBorn'].includes(field)) return 'month';
  return saysNothingPersonal(schema) ? 'value' : 'nothing';
}

export const ruleOf = (policy: Policy, role: string, record: string): AccessRule | undefined =>
  policy.rules.get(record)?.find((rule) => rule.role === role);
