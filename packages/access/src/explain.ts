import type { AccessRule, Grain, RecordType } from '@cic/core';
import { fieldsOf, isAboutChild, type Policy } from './policy.ts';
import { pseudonymousField } from './pseudonymous.ts';
import { purposes, type Role } from './roles.ts';

const READS: Readonly<Record<Grain, string>> = {
  'own caseload': 'those of the children of their own caseload',
  'own team': 'those of the children of their own team',
  'own establishment': 'those of the children of their own school, home or other establishment',
  'whole council': 'all of the council’s',
  pseudonymised: 'all of the council’s, under pseudonyms',
  'aggregate only': 'none, but may count and add them up, through disclosure control',
  'released only': 'none, and sees only figures that have been released',
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function assignmentLines(policy: Policy, { read, write }: AccessRule): string[] {
  const kinds = new Set(
    [read, write].map((grain) =>
      grain === 'own caseload'
        ? 'worker'
        : grain === 'own team'
          ? 'team'
          : grain === 'own establishment'
            ? 'establishment'
            : '',
    ),
  );
  const ties = policy.assignments.filter(({ kind }) => kinds.has(kind));
  if (ties.length === 0) return [];
  const words = ties.map(({ record, property, lasts }) =>
    lasts === 'open' ? `${property} of a current ${record}` : `${property} of the latest ${record}`,
  );
  return [`A child is theirs by ${listed(words)}.`];
}

function fieldLines(rule: AccessRule, type: RecordType<object>): string[] {
  const { hidden = [], masked = [], read } = rule;
  const lines: string[] = [];
  if (hidden.length > 0) {
    lines.push(
      `They do not see ${listed(hidden)}: for them the field does not exist, in filters and orders either.`,
    );
  }
  if (masked.length > 0) lines.push(`They see that there is a ${listed(masked)}, and not what it says.`);
  if (read === 'pseudonymised') {
    const seen = fieldsOf(type).map((field) => [field, pseudonymousField(type, field)] as const);
    const gone = seen.filter(([, how]) => how === 'hidden').map(([field]) => field);
    const months = seen.filter(([, how]) => how === 'month').map(([field]) => field);
    lines.push('The child and the record are called by pseudonyms.');
    if (months.length > 0) lines.push(`Of ${listed(months)} they see the month.`);
    if (gone.length > 0) lines.push(`They do not see ${listed(gone)}, by which a person could be known.`);
  }
  return lines;
}

function exceptions(role: Role, rule: AccessRule, type: RecordType<object>): string[] {
  if (!isAboutChild(type) || rule.read === 'released only') return [];
  const lines = [
    'Restricted and sealed records override this: unless a restriction names them or their role, such a child does not exist for them.',
  ];
  if (role.breakGlass && rule.read !== 'whole council') {
    lines.push(
      'In an emergency they may open another child’s record for an hour: a reason is needed, others are told at once, and it is reviewed.',
    );
  }
  return lines;
}

/**
 * What a role may do with a record type, in sentences.
 * @throws RangeError naming those there are, for a role or record type that does not exist
 */
export function explainAccess(policy: Policy, role: string, record: string): readonly string[] {
  const who = policy.roles.get(role);
  if (!who)
    throw new RangeError(`There is no role '${role}'; there are: ${[...policy.roles.keys()].join(', ')}.`);
  const type = policy.records.get(record);
  if (!type) {
    throw new RangeError(
      `There is no record type '${record}'; there are: ${[...policy.records.keys()].join(', ')}.`,
    );
  }
  const rule = policy.rules.get(record)?.find((one) => one.role === role);
  const title = type.title.toLowerCase();
  if (!rule || (rule.read === undefined && rule.write === undefined)) {
    const why =
      who.seesNoChild && isAboutChild(type)
        ? 'the role reads no child'
        : 'no rule allows it, and what no rule allows is denied';
    return [`${capital(who.title)} sees nothing of any ${title} record: ${why}.`];
  }
  const lines = [
    rule.read === undefined
      ? `${capital(who.title)} does not read ${title} records.`
      : `${capital(who.title)} reads, of the ${title} records, ${READS[rule.read]}.`,
    rule.write === undefined
      ? 'They write none.'
      : `They write ${READS[rule.write]}${rule.hidden?.length || rule.masked?.length ? ', but not the fields they do not see' : ''}.`,
    ...assignmentLines(policy, rule),
    ...fieldLines(rule, type),
    `They do so for ${listed(who.purposes.map((purpose) => purposes[purpose]))}; every look is written into the audit with its purpose.`,
    ...exceptions(who, rule, type),
  ];
  return lines;
}
