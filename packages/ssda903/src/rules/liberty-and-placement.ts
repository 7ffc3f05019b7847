import { outsideCare, periodsOfCare } from '../engine/care-periods.ts';
import type { CheckContext } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';
import type { FlaggableRow } from '../engine/rule.ts';
import { readLenientDate } from '../engine/written-dates.ts';

const rule707 = rule({
  code: '707',
  title: 'Deprivation of liberty order left open, or ending, outside every period of care',
  severity: 'error',
  years: [2027],
  tables: ['DoLo', 'Episodes'],
  fields: { DoLo: ['DOLO_END'] },
  means: 'An order ends while the child is looked after; it stays open only while the period of care does.',
  fix: 'End the order no later than the day care ended, or correct the dates of care.',
  check: eachRow('DoLo', (row, { child }) => {
    const found = child(row.CHILD);
    return (
      found !== undefined &&
      !Number.isNaN(row.DOLO_START) &&
      outsideCare(periodsOfCare(found), row.DOLO_START, row.DOLO_END)
    );
  }),
  fails: {
    DoLo: [{ CHILD: '101', DOLO_START: '14/06/2026' }],
    Episodes: [{ CHILD: '101', DECOM: '02/05/2026', DEC: '14/09/2026' }],
  },
  passes: {
    DoLo: [{ CHILD: '101', DOLO_START: '14/06/2026', DOLO_END: '14/09/2026' }],
    Episodes: [{ CHILD: '101', DECOM: '02/05/2026', DEC: '14/09/2026' }],
  },
});

const PLACEMENT_COLUMN =
  'The existing tool looks for a column PLACEMENT, which no return has, and stops; the placement type is in PLACE.';

/** Flags each closed order and each episode it overlaps, by the placement of the episode; dates are read leniently. */
function flagPlacementsDuringOrders(
  { DoLo, child }: CheckContext,
  flag: (row: FlaggableRow) => void,
  isWrong: (place: string) => boolean,
): void {
  for (const order of DoLo) {
    if (order.DOLO_START_TEXT === '' || order.DOLO_END_TEXT === '') continue;
    const start = readLenientDate(order.DOLO_START_TEXT);
    const end = readLenientDate(order.DOLO_END_TEXT);
    for (const episode of child(order.CHILD)?.now.Episodes ?? []) {
      const ceased = readLenientDate(episode.DEC_TEXT);
      const overlaps =
        (start <= ceased || Number.isNaN(ceased)) && end >= readLenientDate(episode.DECOM_TEXT);
      if (!overlaps || !isWrong(episode.PLACE)) continue;
      flag(order);
      flag(episode);
    }
  }
}

/** Placements in which a child deprived of liberty is expected. */
const EXPECTED_PLACEMENTS: ReadonlySet<string> = new Set(['K2', 'Z12', 'Z13']);

const rule709 = rule({
  code: '709',
  title: 'Unusual placement during a deprivation of liberty order',
  severity: 'query',
  years: [2027],
  tables: ['DoLo', 'Episodes'],
  fields: { DoLo: ['DOLO_START'], Episodes: ['PLACE'] },
  means:
    'While an order is in force the child is expected in a children’s home (K2) or another placement (Z12, Z13).',
  fix: 'Check the placement type and the dates of the order; leave both if they are right.',
  differsFromReference: PLACEMENT_COLUMN,
  check: (context, flag) =>
    flagPlacementsDuringOrders(context, flag, (place) => !EXPECTED_PLACEMENTS.has(place)),
  fails: {
    DoLo: [{ CHILD: '101', DOLO_START: '14/06/2026', DOLO_END: '14/09/2026' }],
    Episodes: [{ CHILD: '101', DECOM: '02/05/2026', PLACE: 'U6' }],
  },
  passes: {
    DoLo: [{ CHILD: '101', DOLO_START: '14/06/2026', DOLO_END: '14/09/2026' }],
    Episodes: [{ CHILD: '101', DECOM: '02/05/2026', PLACE: 'K2' }],
  },
});

/** Placements in which a child cannot be deprived of liberty under such an order. */
const PROHIBITED_PLACEMENTS: ReadonlySet<string> = new Set(['K1', 'P1', 'R5', 'K3']);

const rule710 = rule({
  code: '710',
  title: 'Impossible placement during a deprivation of liberty order',
  severity: 'error',
  years: [2027],
  tables: ['DoLo', 'Episodes'],
  fields: { DoLo: ['DOLO_START'], Episodes: ['PLACE'] },
  means:
    'No order applies to a child in a secure home (K1), with parents (P1), in custody (R5) or in supported accommodation (K3).',
  fix: 'Correct the placement type, or end the order when the child moves.',
  differsFromReference: PLACEMENT_COLUMN,
  check: (context, flag) =>
    flagPlacementsDuringOrders(context, flag, (place) => PROHIBITED_PLACEMENTS.has(place)),
  fails: {
    DoLo: [{ CHILD: '101', DOLO_START: '14/06/2026', DOLO_END: '14/09/2026' }],
    Episodes: [{ CHILD: '101', DECOM: '14/09/2026', PLACE: 'K1' }],
  },
  passes: {
    DoLo: [{ CHILD: '101', DOLO_START: '14/06/2026', DOLO_END: '14/09/2026' }],
    Episodes: [{ CHILD: '101', DECOM: '15/09/2026', PLACE: 'K1' }],
  },
});

/** Rules that hold deprivation of liberty orders against the child's care and placements. */
export const libertyAndPlacementRules = [rule707, rule709, rule710];
