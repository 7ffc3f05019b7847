import type { AccessRule, Council, RecordType } from '@cic/core';
import { type Assignment, coreAssignments } from './assignment.ts';
import { coreAddressFields, coreRules } from './coreRules.ts';
import { type Role, standardRoles } from './roles.ts';

/** A council's own word on one role and record type: it replaces the plugin's rule as a whole. */
export type Override = AccessRule | { readonly role: string; readonly record: string; readonly deny: true };

export interface PolicyOptions {
  readonly records: readonly RecordType<object>[];
  readonly rules: readonly AccessRule[];
  readonly roles?: readonly Role[];
  readonly assignments?: readonly Assignment[];
  readonly overrides?: readonly Override[];
  /** Fields that tell where a child lives, by record type. */
  readonly addressFields?: Readonly<Record<string, readonly string[]>>;
}

/** Who may do what, checked and indexed. Plain data: nothing in it decides anything. */
export interface Policy {
  readonly roles: ReadonlyMap<string, Role>;
  readonly records: ReadonlyMap<string, RecordType<object>>;
  /** Rules by record type. */
  readonly rules: ReadonlyMap<string, readonly AccessRule[]>;
  readonly assignments: readonly Assignment[];
  readonly addressFields: ReadonlyMap<string, readonly string[]>;
}

/** A policy that cannot stand, with every reason in plain words. */
export class PolicyError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`This access policy cannot stand:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'PolicyError';
    this.problems = problems;
  }
}

/** Top-level properties of a record type. */
export const fieldsOf = (type: RecordType<object>): string[] => Object.keys(type.schema.properties ?? {});

/** Whether a record type is about a child: it is a child, or each of its records names one. */
export const isAboutChild = (type: RecordType<object>): boolean =>
  type.id === 'child' || fieldsOf(type).includes('child') || type.subject === 'sibling-group';

const isDenial = (override: Override): override is Extract<Override, { deny: true }> => 'deny' in override;

const keyOf = ({ role, record }: { role: string; record: string }): string => `${role} ${record}`;

function problemsOf(policy: Policy): string[] {
  const problems: string[] = [];
  for (const [record, rules] of policy.rules) {
    const type = policy.records.get(record);
    for (const rule of rules) {
      const role = policy.roles.get(rule.role);
      const where = `rule of '${rule.role}' on '${record}'`;
      if (!role)
        problems.push(
          `${where}: there is no role '${rule.role}'; there are: ${[...policy.roles.keys()].join(', ')}`,
        );
      if (!type) {
        problems.push(`${where}: there is no record type '${record}'`);
        continue;
      }
      if (role?.seesNoChild && isAboutChild(type)) {
        problems.push(`${where}: ${role.title} reads no child, so no rule may give a record about children`);
      }
      const known = fieldsOf(type);
      for (const field of [...(rule.hidden ?? []), ...(rule.masked ?? [])]) {
        if (!known.includes(field)) problems.push(`${where}: '${record}' has no field '${field}'`);
      }
      if (
        rule.write &&
        !['own caseload', 'own team', 'own establishment', 'whole council'].includes(rule.write)
      ) {
        problems.push(`${where}: nobody can write '${rule.write}'`);
      }
    }
  }
  return problems;
}

/**
 * A policy from rules: two rules for one role and record are a mistake, overrides replace.
 * @throws PolicyError naming every problem at once
 */
export function definePolicy(options: PolicyOptions): Policy {
  const { roles = standardRoles, assignments = coreAssignments, overrides = [] } = options;
  const byKey = new Map<string, AccessRule>();
  const twice: string[] = [];
  for (const rule of options.rules) {
    if (byKey.has(keyOf(rule)))
      twice.push(`rule of '${rule.role}' on '${rule.record}': there are two; merge them`);
    byKey.set(keyOf(rule), rule);
  }
  for (const override of overrides) {
    if (isDenial(override)) byKey.delete(keyOf(override));
    else byKey.set(keyOf(override), override);
  }
  const rules = new Map<string, AccessRule[]>();
  for (const rule of byKey.values()) {
    const list = rules.get(rule.record);
    if (list) list.push(rule);
    else rules.set(rule.record, [rule]);
  }
  const policy: Policy = {
    roles: new Map(roles.map((role) => [role.id, role])),
    records: new Map(options.records.map((type) => [type.id, type])),
    rules,
    assignments,
    addressFields: new Map(Object.entries(options.addressFields ?? coreAddressFields)),
  };
  const problems = [...twice, ...problemsOf(policy)];
  if (problems.length > 0) throw new PolicyError(problems);
  return policy;
}

/** Whoever keeps the records sees all that is held on a child, whichever plugin brought it, unless a rule says otherwise. */
const keepersRules = (
  records: readonly RecordType<object>[],
  roles: readonly Role[],
  rules: readonly AccessRule[],
): AccessRule[] => {
  const ruled = new Set(rules.map(keyOf));
  return roles
    .filter(({ keepsRecords }) => keepsRecords)
    .flatMap(({ id: role }) =>
      records
        .filter((type) => isAboutChild(type) && !ruled.has(keyOf({ role, record: type.id })))
        .map(
          ({ id: record }): AccessRule => ({ role, record, read: 'whole council', write: 'whole council' }),
        ),
    );
};

/** The policy of a council: core's rules, those of the plugins it has enabled, and its own overrides. */
export function policyOf(
  council: Pick<Council, 'plugins' | 'records'>,
  own: Partial<Omit<PolicyOptions, 'records' | 'rules'>> = {},
): Policy {
  const enabled = new Set(council.records.map(({ id }) => id));
  const rules = [...coreRules, ...council.plugins.flatMap(({ access = [] }) => access)].filter(({ record }) =>
    enabled.has(record),
  );
  return definePolicy({
    records: council.records,
    rules: [...rules, ...keepersRules(council.records, own.roles ?? standardRoles, rules)],
    ...own,
    assignments: [...coreAssignments, ...(own.assignments ?? [])],
  });
}
