import type { CouncilShape } from '../council/shape.ts';
import { type Attributes, handOf } from './attributes.ts';
import type { Career, Cell } from './columns.ts';
import type { Marginals } from './marginals.ts';
import { type Miss, Program } from './program.ts';

const WEIGHT = 1;

/** Careers with the same years in care, of which any may have the district of any other. */
function handsOf(careers: readonly Career[], year: number): number[][] {
  const hands = new Map<string, number[]>();
  careers.forEach((career, i) => {
    if (career.end !== year) return;
    const key = handOf(career, career.ageAtStart);
    const hand = hands.get(key) ?? [];
    hand.push(i);
    hands.set(key, hand);
  });
  return [...hands.values()];
}

/**
 * Deals districts out again among careers with the same years in care, so that those who ceased for a reason come out by
 * district. Every table of children in care stays as it was.
 */
export async function fitLeavers(
  careers: readonly Career[],
  attributes: readonly Attributes[],
  { years }: Marginals,
  { districts }: CouncilShape,
): Promise<{ readonly attributes: readonly Attributes[]; readonly misses: readonly Miss<Cell>[] }> {
  const dealt = [...attributes];
  const misses: Miss<Cell>[] = [];
  for (const { year, ceased } of years) {
    if (!ceased?.byDistrict) continue;
    const { reason, counts } = ceased.byDistrict;
    const program = new Program<Cell>();
    const hands = handsOf(careers, year).map((hand) => {
      const leaving = hand.filter((i) => careers[i]!.reason === reason);
      const cards = hand.map((i) => dealt[i]!.district);
      const variables = districts.map((_, district) =>
        program.variable(cards.filter((card) => card === district).length),
      );
      program.total(variables, leaving.length);
      return { leaving, staying: hand.filter((i) => !leaving.includes(i)), cards, variables };
    });
    for (const [id, wanted] of Object.entries(counts)) {
      const district = districts.findIndex((one) => one.id === id);
      const variables = hands.map((hand) => hand.variables[district]!);
      program.wish(
        { year, table: `ceased, ${reason}, by district`, category: id },
        variables,
        wanted,
        WEIGHT,
      );
    }
    const solution = await program.solve();
    misses.push(...solution.misses);
    for (const { leaving, staying, cards, variables } of hands) {
      const rest = [...cards];
      const taken = variables.flatMap((variable, district) =>
        new Array<number>(solution.value(variable)).fill(district),
      );
      for (const card of taken) rest.splice(rest.indexOf(card), 1);
      [...leaving, ...staying].forEach((i, place) => {
        dealt[i] = { ...dealt[i]!, district: [...taken, ...rest][place]! };
      });
    }
  }
  return { attributes: dealt, misses };
}
