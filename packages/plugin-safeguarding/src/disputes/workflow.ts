import type { IsoDate } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import type { Dispute } from '../generated/records.ts';

/** A dispute after a step, or one sentence that says why the step cannot be taken. */
export type Step = { readonly dispute: Dispute } | { readonly problem: string };

type Stage = Dispute['stage'];

const rankOf = (stage: Stage): number => Number(codeSets.DISPUTE_STAGE.get(stage)!.rank);
const label = (stage: Stage): string => codeSets.DISPUTE_STAGE.label(stage);

/** What a reviewing officer says when raising a dispute; `stage` is the team manager and formal unless told otherwise. */
export type NewDispute = Pick<Dispute, 'child' | 'raised' | 'theme'> &
  Partial<Pick<Dispute, 'id' | 'stage' | 'due' | 'raisedBy' | 'source'>>;

/** Opens a dispute (REV-07). */
export function openDispute({ stage = 'team-manager', ...facts }: NewDispute): Step {
  if (facts.due !== undefined && facts.due < facts.raised) {
    return {
      problem: `due is ${facts.due}, before the dispute was raised on ${facts.raised}: give a later day`,
    };
  }
  return { dispute: { ...facts, stage, formal: stage !== 'informal' } };
}

const lastDay = ({ raised, escalations = [] }: Dispute): IsoDate => escalations.at(-1)?.on ?? raised;

/** Takes a dispute to a higher stage (REV-07); the answer is then due by `due`, or in the council's usual time. */
export function escalateDispute(
  dispute: Dispute,
  { to, on, due }: { readonly to: Stage; readonly on: IsoDate; readonly due?: IsoDate },
): Step {
  if (dispute.resolved !== undefined)
    return { problem: `the dispute was resolved on ${dispute.resolved}: open a new one` };
  if (rankOf(to) <= rankOf(dispute.stage)) {
    return {
      problem: `the dispute is at the stage '${label(dispute.stage)}': '${label(to)}' is not above it`,
    };
  }
  if (on < lastDay(dispute)) {
    return {
      problem: `on is ${on}, before the last step on ${lastDay(dispute)}: give that day or a later one`,
    };
  }
  const { due: _, ...rest } = dispute;
  const own = due === undefined ? {} : { due };
  return {
    dispute: {
      ...rest,
      ...own,
      stage: to,
      formal: true,
      escalations: [...(dispute.escalations ?? []), { stage: to, on, ...own }],
    },
  };
}

/** Closes a dispute with its outcome (REV-07). */
export function resolveDispute(
  dispute: Dispute,
  {
    on,
    outcome,
    change,
  }: { readonly on: IsoDate; readonly outcome: NonNullable<Dispute['outcome']>; readonly change?: string },
): Step {
  if (dispute.resolved !== undefined)
    return { problem: `the dispute was resolved on ${dispute.resolved} already` };
  if (on < lastDay(dispute)) {
    return {
      problem: `on is ${on}, before the last step on ${lastDay(dispute)}: give that day or a later one`,
    };
  }
  return { dispute: { ...dispute, resolved: on, outcome, ...(change === undefined ? {} : { change }) } };
}
