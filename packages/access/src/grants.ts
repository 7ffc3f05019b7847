import type { AccessRule, Grain, RecordType } from '@cic/core';
import type { Asker, SharingAgreement } from './asker.ts';
import type { Assignment } from './assignment.ts';
import { isAboutChild, type Policy } from './policy.ts';
import { pseudonymousField, type Visibility } from './pseudonymous.ts';
import type { Purpose, Role } from './roles.ts';

/**
 * What somebody wants to do. Reading a record, a list, a history or an export needs rows; counting and adding up need
 * only figures.
 */
export type Need = 'rows' | 'figures' | 'write';

/** Which rows a grant reaches. */
export type Reach =
  | { readonly kind: 'all' }
  | { readonly kind: 'assigned'; readonly to: Assignment['kind']; readonly keys: readonly string[] }
  | { readonly kind: 'glass'; readonly user: string }
  | { readonly kind: 'agreement'; readonly agreement: SharingAgreement };

/** One reason why somebody sees some rows of a record type, and how they see the fields. */
export interface Grant {
  readonly because: string;
  readonly purpose: Purpose;
  readonly reach: Reach;
  readonly field: (field: string) => Visibility;
  /** Only figures, and those only through disclosure control. */
  readonly figuresOnly: boolean;
}

const KIND: Partial<Record<Grain, Assignment['kind']>> = {
  'own caseload': 'worker',
  'own team': 'team',
  'own establishment': 'establishment',
};

const keysOf = (asker: Asker, kind: Assignment['kind']): readonly string[] => {
  if (kind === 'worker') return asker.worker === undefined ? [] : [asker.worker];
  return (kind === 'team' ? asker.teams : asker.establishments) ?? [];
};

function reachOf(grain: Grain, asker: Asker): Reach {
  const to = KIND[grain];
  return to === undefined ? { kind: 'all' } : { kind: 'assigned', to, keys: keysOf(asker, to) };
}

/** Fields that somebody who only adds up may group by: those a pseudonymous reader sees as they are. */
const figureField =
  (type: RecordType<object>, rule: AccessRule) =>
  (field: string): Visibility =>
    rule.hidden?.includes(field) || rule.masked?.includes(field)
      ? 'hidden'
      : pseudonymousField(type, field) === 'plain'
        ? 'plain'
        : 'hidden';

function fieldsUnder(rule: AccessRule, type: RecordType<object>): (field: string) => Visibility {
  if (rule.read === 'aggregate only') return figureField(type, rule);
  return (field) => {
    if (type.schema.properties?.[field] === undefined || rule.hidden?.includes(field)) return 'hidden';
    if (rule.masked?.includes(field)) return 'masked';
    return rule.read === 'pseudonymised' ? pseudonymousField(type, field) : 'plain';
  };
}

/** The purpose somebody has in a role; undefined where the role does not serve the purpose they name. */
const purposeIn = (role: Role, { purpose }: Asker): Purpose | undefined =>
  purpose === undefined ? role.purposes[0] : role.purposes.find((one) => one === purpose);

function ruleGrants(
  rule: AccessRule,
  role: Role,
  purpose: Purpose,
  type: RecordType<object>,
  asker: Asker,
  need: Need,
): Grant[] {
  const grain = need === 'write' ? rule.write : rule.read;
  if (grain === undefined || grain === 'released only') return [];
  const figuresOnly = grain === 'aggregate only';
  if (figuresOnly && need !== 'figures') return [];
  const field = fieldsUnder(rule, type);
  const own: Grant = {
    because: `${role.title}, ${grain}`,
    purpose,
    reach: reachOf(grain, asker),
    field,
    figuresOnly,
  };
  const mayBreak = role.breakGlass === true && need === 'rows' && own.reach.kind === 'assigned';
  return mayBreak
    ? [own, { ...own, because: `${role.title}, glass broken`, reach: { kind: 'glass', user: asker.user } }]
    : [own];
}

function agreementGrants(
  type: RecordType<object>,
  asker: Asker,
  need: Need,
  agreements: readonly SharingAgreement[],
  on: string,
): Grant[] {
  if (need === 'write' || asker.agency === undefined) return [];
  return agreements
    .filter(({ agency, purpose }) => agency === asker.agency && purpose === asker.purpose)
    .filter(({ from, until }) => from <= on && on <= until)
    .flatMap((agreement) => {
      const covered = agreement.records.find(({ record }) => record === type.id);
      if (!covered) return [];
      const seen = new Set(['child', 'id', ...covered.fields]);
      return [
        {
          because: `sharing agreement ${agreement.id}`,
          purpose: agreement.purpose,
          reach: { kind: 'agreement', agreement } as const,
          field: (field: string): Visibility =>
            seen.has(field) && type.schema.properties?.[field] !== undefined ? 'plain' : 'hidden',
          figuresOnly: false,
        },
      ];
    });
}

/** What an asker may do with a record type, in every way they may; none means they may not. */
export function grantsFor(
  policy: Policy,
  asker: Asker,
  record: string,
  need: Need,
  context: { readonly agreements?: readonly SharingAgreement[]; readonly on: string },
): readonly Grant[] {
  const type = policy.records.get(record);
  if (!type) return [];
  const own = (policy.rules.get(record) ?? []).flatMap((rule) => {
    const role = asker.roles.includes(rule.role) ? policy.roles.get(rule.role) : undefined;
    const purpose = role && purposeIn(role, asker);
    if (!role || !purpose || (role.seesNoChild && isAboutChild(type))) return [];
    return ruleGrants(rule, role, purpose, type, asker, need);
  });
  return [...own, ...agreementGrants(type, asker, need, context.agreements ?? [], context.on)];
}

const OPENNESS: readonly Visibility[] = ['hidden', 'masked', 'pseudonym', 'month', 'plain'];

/** The most that any of several grants shows of a field. */
export function mostOpen(grants: readonly Grant[], field: string): Visibility {
  let most = 0;
  for (const grant of grants) most = Math.max(most, OPENNESS.indexOf(grant.field(field)));
  return OPENNESS[most]!;
}

/** Whether a role that the asker holds, for the purpose they name, has a power. */
export const hasPower = (
  policy: Policy,
  asker: Asker,
  power: 'breakGlass' | 'imports' | 'opensSealed' | 'restricts' | 'audits' | 'keepsRecords',
): boolean =>
  asker.roles.some((id) => {
    const role = policy.roles.get(id);
    return role !== undefined && role[power] === true && purposeIn(role, asker) !== undefined;
  });
