import { addMonths, addYears, dayOf, OPEN } from '@cic/core';
import type { Random } from '@cic/synth';
import type { Career } from './careers.ts';

/** Long-term stability as printed for two Junes, in percent (PAF D78). */
const PRINTED = [
  { on: dayOf(2007, 6, 30), percent: 53.3 },
  { on: dayOf(2008, 6, 30), percent: 58.8 },
] as const;

/** Under sixteen, and in care for two and a half years. */
const counts = ({ born, start, end }: Career, on: number): boolean =>
  start <= addMonths(on + 1, -30) - 1 && end > on && on < addYears(born, 16);

/** A move that leaves a child stable, or not, on each of the two days. */
const MOVES: Readonly<Record<string, readonly [from: number, to: number]>> = {
  neither: [dayOf(2007, 1, 5), dayOf(2007, 5, 20)],
  'first only': [dayOf(2007, 9, 1), dayOf(2008, 5, 20)],
  'second only': [dayOf(2005, 9, 1), dayOf(2006, 5, 20)],
};

/** Moves of children long in care, so that the printed shares have stayed with their carers. */
export function moveSome(careers: readonly Career[], random: Random): void {
  const eligible = PRINTED.map(({ on }) => careers.filter((one) => counts(one, on)));
  const stable = PRINTED.map(
    ({ percent }, i) =>
      new Set(random.shuffled([...eligible[i]!]).slice(0, Math.round((percent / 100) * eligible[i]!.length))),
  );
  for (const career of new Set(eligible.flat())) {
    const [first, second] = PRINTED.map((_, i) => !eligible[i]!.includes(career) || stable[i]!.has(career));
    if (first && second) continue;
    const [from, to] = MOVES[first ? 'first only' : second ? 'second only' : 'neither']!;
    const last = career.end === OPEN ? to : Math.min(to, career.end - 5);
    const earliest = Math.max(from, career.start + 5);
    career.moved = random.int(Math.min(earliest, last), last);
  }
}
