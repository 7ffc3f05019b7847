import { type Child, type Day, type Inside, OPEN } from '@cic/core';
import { type SecurePlacement, securePlacement } from '../generated/records.ts';
import { remembered } from '../remember.ts';

/** A stay in secure accommodation or custody, from the register or, where it has none, from the placements of the return. */
export interface SecureStay {
  readonly kind: SecurePlacement['kind'];
  readonly start: Day;
  /** OPEN while it lasts. */
  readonly end: Day;
  readonly source: 'register' | 'return';
  readonly record?: Inside<SecurePlacement>;
}

/** Secure children's home (K1); prison, young offender institution or secure training centre (R5). */
const SECURE_PLACEMENT = /^(K1|R5)$/;
/** Remanded to local authority or youth detention accommodation. */
const REMAND = 'J1';

function kindOf(placementType: string, legalStatus: string): SecureStay['kind'] {
  if (legalStatus === REMAND) return 'remand';
  return placementType === 'R5' ? 'sentence' : 'welfare';
}

/** Stays that the placements of a care history show: consecutive secure episodes of one kind are one stay. */
function placedSecurely(child: Child): SecureStay[] {
  const { episodes } = child.history;
  if (!episodes.placementType.values.some((code) => SECURE_PLACEMENT.test(code))) return [];
  const stays: SecureStay[] = [];
  for (const { start, end, placementType, legalStatus, shortBreak } of child.episodes) {
    if (shortBreak || !SECURE_PLACEMENT.test(placementType)) continue;
    const kind = kindOf(placementType, legalStatus);
    const before = stays.at(-1);
    if (before && before.kind === kind && before.end >= start) stays[stays.length - 1] = { ...before, end };
    else stays.push({ kind, start, end, source: 'return' });
  }
  return stays;
}

/** A child's stays in secure accommodation and custody, in order. A stay that both sources know is the register's. */
export const secureStaysOf: (child: Child) => readonly SecureStay[] = remembered((child) => {
  const own = child.records(securePlacement).map(
    ({ kind, start, end = OPEN }, i): SecureStay => ({
      kind,
      start,
      end,
      source: 'register',
      record: child.records(securePlacement)[i]!,
    }),
  );
  const others = placedSecurely(child).filter(
    (stay) => !own.some(({ start, end }) => start <= stay.end && stay.start <= end),
  );
  return others.length === 0 ? own : [...own, ...others].sort((a, b) => a.start - b.start);
});
