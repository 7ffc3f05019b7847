import { type Child, type Day, type Inside, OPEN, oncePerChild } from '@cic/core';
import { type SecurePlacement, securePlacement } from '../generated/records.ts';

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
function placedSecurely({ history, index }: Child): SecureStay[] {
  const { first, placementType, legalStatus, start, end, shortBreak } = history.episodes;
  const secure = placementType.values.flatMap((code, i) => (SECURE_PLACEMENT.test(code) ? [i] : []));
  const stays: SecureStay[] = [];
  if (secure.length === 0) return stays;
  for (let row = first[index]!; row < first[index + 1]!; row++) {
    if (shortBreak[row] === 1 || !secure.includes(placementType.of[row]!)) continue;
    const type = placementType.values[placementType.of[row]!]!;
    const kind = kindOf(type, legalStatus.values[legalStatus.of[row]!]!);
    const before = stays.at(-1);
    if (before && before.kind === kind && before.end >= start[row]!)
      stays[stays.length - 1] = { ...before, end: end[row]! };
    else stays.push({ kind, start: start[row]!, end: end[row]!, source: 'return' });
  }
  return stays;
}

/** A child's stays in secure accommodation and custody, in order. A stay that both sources know is the register's. */
export const secureStaysOf: (child: Child) => readonly SecureStay[] = oncePerChild((child) => {
  const own = child.records(securePlacement).map((record): SecureStay => {
    const { kind, start, end = OPEN } = record;
    return { kind, start, end, source: 'register', record };
  });
  const others = placedSecurely(child).filter(
    (stay) => !own.some(({ start, end }) => start <= stay.end && stay.start <= end),
  );
  return others.length === 0 ? own : [...own, ...others].sort((a, b) => a.start - b.start);
});
