import type { Inside } from '@cic/core';
import type { AdoptionPanel, RoleOnAnAdoptionPanelCode } from '../generated/records.ts';

interface Required {
  /** Any of these roles will do. */
  readonly roles: readonly RoleOnAnAdoptionPanelCode[];
  readonly words: string;
  /** Advice in writing stands for being there. */
  readonly inWriting?: true;
  /** Only where this parameter is 1. */
  readonly when?: string;
}

const REQUIRED: readonly Required[] = [
  { roles: ['chair', 'vice-chair'], words: 'no chair or vice chair' },
  { roles: ['medical-adviser'], words: 'no medical adviser, nor written advice of one', inWriting: true },
  { roles: ['social-worker'], words: 'no social worker with three years’ experience' },
  { roles: ['elected-member'], words: 'no elected member', when: 'adoption-panel-elected-member' },
];

/** Roles that advise the panel and are no members of it. */
const ADVISERS = new Set<string>(['agency-adviser', 'legal-adviser']);

/**
 * What an adoption panel lacked of the membership it needs; [] where nothing.
 * Source: Adoption Agencies Regulations 2005, regs 3 to 6; elected member: strategy 2012-15, section 7.2.4i.
 */
export function panelGaps(
  { members = [] }: Pick<Inside<AdoptionPanel>, 'members'>,
  parameter: (id: string) => number,
): readonly string[] {
  const present = members.filter((member) => member.present !== false);
  const gaps = REQUIRED.filter(({ when }) => when === undefined || parameter(when) === 1)
    .filter(
      ({ roles, inWriting }) =>
        !members.some(
          ({ role, present: there, gave }) =>
            roles.includes(role) && (there !== false || (inWriting && gave !== undefined)),
        ),
    )
    .map(({ words }) => words);
  const voting = present.filter(({ role }) => !ADVISERS.has(role)).length;
  const quorum = parameter('adoption-panel-quorum');
  return voting < quorum ? [...gaps, `${voting} members there, ${quorum} needed`] : gaps;
}
