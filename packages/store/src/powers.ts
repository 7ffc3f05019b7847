import { hasPower } from '@cic/access';
import { type Refusal, refuse } from './problem.ts';
import type { Asking } from './records/asking.ts';

type Power = Parameters<typeof hasPower>[2];

const DEED: Readonly<Record<Power, string>> = {
  breakGlass: 'open a record in an emergency',
  imports: 'bring in files of records',
  opensSealed: 'open a sealed link',
  restricts: 'restrict or seal records or sign agreements',
  audits: 'read the audit',
  keepsRecords: 'erase, merge or hand out whole records',
};

/** Refused unless a role of the asker has a power; undefined where one has. */
export const withoutPower = ({ context, asker }: Asking, power: Power): Refusal | undefined =>
  hasPower(context.policy, asker, power)
    ? undefined
    : refuse(
        'denied',
        `The roles ${asker.roles.map((role) => `'${role}'`).join(', ') || '(none)'} may not ${DEED[power]}.`,
      );

const SHORTEST_REASON = 10;

/** Refused where the asker gives no reason worth the name. */
export const withoutReason = ({ asker }: Asking, deed: string): Refusal | undefined =>
  (asker.reason?.trim().length ?? 0) >= SHORTEST_REASON
    ? undefined
    : refuse('invalid', `To ${deed} takes a reason of at least ${SHORTEST_REASON} characters.`);
