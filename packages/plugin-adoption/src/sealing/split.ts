import {
  type CareHistoryInput,
  type Day,
  type EpisodeInput,
  insideOf,
  type RecordInput,
  recordInput,
} from '@cic/core';
import { sealedIdentity } from '../generated/records.ts';
import { renamed, stripped, Tokens } from './strip.ts';

/** An adoption order that closes a child's record. */
export interface Seal {
  /** Identifier under which the child was looked after. */
  readonly earlier: string;
  /** Identifier since the order. It must be one that nothing else ever had. */
  readonly present: string;
  readonly ordered: Day;
}

/** What is left of a child's history after an adoption order, in two parts that share nothing. */
export interface Split {
  /**
   * What the new identity may carry: nothing of the old one. No episode, no record, no day of birth, no code; whoever
   * opens a record for the new identity writes down what the family tells.
   */
  readonly present: { readonly id: string; readonly episodes: readonly []; readonly records: readonly [] };
  /**
   * What statistics may still count: every child, the adopted ones under an identifier made for statistics alone, with
   * their days and codes and without addresses, references and free text.
   */
  readonly statistics: CareHistoryInput;
}

/** The identifier for statistics of the nth sealed child: it is made of its position and nothing else. */
const statisticalId = (position: number): string => `sealed-${String(position + 1).padStart(5, '0')}`;

/** Fields of an episode by which statistics tell placements apart, and which would tell where a child lived. */
const PLACE = ['homePostcode', 'placementPostcode', 'urn'] as const;

/** An episode of a sealed child: places become tokens, alike where the places were. */
function strippedEpisode(episode: EpisodeInput, child: string, tokens: Tokens): EpisodeInput {
  const copy = { ...episode, child };
  for (const field of PLACE) copy[field] = tokens.of(episode[field]);
  return copy;
}

const childOf = (record: object): string => (record as { readonly child?: string }).child ?? '';

/**
 * What statistics may still count when some children's records are sealed. Figures over it are those over the whole
 * history; the identifiers of the sealed children, where they lived and what was written about them are gone. The links
 * themselves are left out, and the present identities do not matter: the result is the same whatever they are.
 */
export function forStatistics(
  history: CareHistoryInput,
  seals: readonly Pick<Seal, 'earlier'>[],
): CareHistoryInput {
  const ids = new Map(seals.map(({ earlier }, position) => [earlier, statisticalId(position)]));
  const tokens = new Tokens(ids);
  const kept = (history.records ?? [])
    .filter(({ type }) => type.id !== sealedIdentity.id)
    .map((input) => ({ type: input.type, inside: insideOf(input) }));
  // First the sealed children's records, so that the households they name are known under the same token elsewhere.
  const own = kept.map(({ type, inside }) =>
    inside.map((record) => (ids.has(childOf(record)) ? stripped(record, type, tokens) : undefined)),
  );
  const records = kept.map(
    ({ type, inside }, i): RecordInput =>
      recordInput({ type, inside: inside.map((record, j) => own[i]![j] ?? renamed(record, type, tokens)) }),
  );
  return {
    ...history,
    children: history.children.map((child) => ({ ...child, id: ids.get(child.id) ?? child.id })),
    episodes: history.episodes.map((episode) => {
      const id = ids.get(episode.child);
      return id === undefined ? episode : strippedEpisode(episode, id, tokens);
    }),
    records,
  };
}

/**
 * Splits a care history at an adoption order into what the new identity may carry and what statistics may still count.
 * Source: Adoption and Children Act 2002, ss. 46 and 56 to 65.
 */
export const splitAtOrder = (history: CareHistoryInput, seal: Seal): Split => ({
  present: { id: seal.present, episodes: [], records: [] },
  statistics: forStatistics(history, [seal]),
});
