import type { Transport } from './transport.ts';

/** A change of a record that whoever asks may read: ids, and nothing of what it says. */
export interface Change {
  /** Its place in the feed: keep the last one, and ask for what came after. */
  readonly seq: number;
  readonly kind: 'added' | 'changed' | 'removed' | 'erased';
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly child?: string;
  readonly at: string;
}

/** Every change after a place of the feed, to its present end, in the order of commits. */
export async function* changesAfter(send: Transport, after: number): AsyncGenerator<Change, void, undefined> {
  for (let from = after; ; ) {
    const answer = await send(`/changes?after=${from}&limit=1000`);
    const { changes, after: last } = (await answer.json()) as { changes: readonly Change[]; after: number };
    if (changes.length === 0) return;
    yield* changes;
    from = last;
  }
}
