import type { Child, Day, Period } from '@cic/core';
import { entitlement } from '../generated/records.ts';

/** Pence paid to a young person in a period, over all entitlements. */
export function paidIn(child: Child, { start, end }: Pick<Period, 'start' | 'end'>): number {
  let pence = 0;
  for (const { payments = [] } of child.records(entitlement)) {
    for (const { on, amount } of payments) if (on >= start && on <= end) pence += amount;
  }
  return pence;
}

/** Entitlements offered by a day and not yet ended, the explained local offer itself left out. */
export const entitlementsOn = (child: Child, on: Day) =>
  child
    .records(entitlement)
    .filter(
      ({ kind, offered, end }) => kind !== 'local-offer' && offered <= on && (end === undefined || end > on),
    );

export const taken = (
  { agreed, claimed }: { readonly agreed?: Day; readonly claimed?: Day },
  on: Day,
): boolean => (agreed !== undefined && agreed <= on) || (claimed !== undefined && claimed <= on);

/** Whether let off council tax on a day. */
export const councilTaxExempt = (child: Child, on: Day): boolean =>
  child
    .records(entitlement)
    .some(
      ({ kind, agreed, end }) =>
        kind === 'council-tax' && agreed !== undefined && agreed <= on && (end === undefined || end > on),
    );
