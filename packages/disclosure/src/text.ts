import type { CellRef, Publication } from './publication.ts';
import { isReleased, type Released } from './release.ts';

/** What a placeholder in a sentence stands for: a cell's count, its percentage, or the growth between two counts. */
export type Binding =
  | (CellRef & { readonly show?: 'n' | 'percent' })
  | { readonly change: { readonly from: CellRef; readonly to: CellRef } };

export interface Sentence {
  /** `{name}` where a number goes; no other digits. */
  readonly template: string;
  readonly bindings: Readonly<Record<string, Binding>>;
  /** Digits that are no statistics: years, dates, the number of an indicator. */
  readonly allow?: readonly string[];
}

/** What is said where a number is hidden. Source: requirement D-SUP-23. */
export const notShown = 'a number not shown';

/**
 * A sentence with its numbers filled in from a released publication. Every number is bound to a cell, so what is hidden
 * in a table is hidden in the text; growth from or to a hidden count is not shown either.
 *
 * @throws an Error when the publication has not been released, a digit is not bound, or a binding leads nowhere.
 */
export function fillSentence(sentence: Sentence, publication: Released): string {
  if (!isReleased(publication)) throw new Error('Text takes numbers from a released publication only.');
  const literal = [...(sentence.allow ?? [])]
    .sort((a, b) => b.length - a.length)
    .reduce((text, allowed) => text.replaceAll(allowed, ''), sentence.template.replaceAll(/\{[^}]*\}/g, ''));
  const digits = /\d[\d,.]*%?/.exec(literal);
  if (digits)
    throw new Error(
      `'${digits[0]}' in "${sentence.template}" is not bound to a cell: use a placeholder, or allow it if it is no statistic.`,
    );
  return sentence.template.replaceAll(/\{([^}]*)\}/g, (_, name: string) => {
    const binding = sentence.bindings[name];
    if (!binding) throw new Error(`{${name}} in "${sentence.template}" has no binding.`);
    return 'change' in binding ? growth(publication, binding.change) : shown(publication, binding);
  });
}

function shown(publication: Publication, binding: CellRef & { readonly show?: 'n' | 'percent' }): string {
  const cell = cellAt(publication, binding);
  if (binding.show === 'percent')
    return cell.percent === undefined || cell.percent === null
      ? notShown
      : `${cell.percent.toFixed(cell.dp ?? 0)}%`;
  if (cell.status === 'rounded') return `about ${cell.shown}`;
  if (cell.status === 'coded' && cell.shown) return cell.shown;
  return cell.n === undefined || cell.n === null ? notShown : String(cell.n);
}

function growth(publication: Publication, change: { readonly from: CellRef; readonly to: CellRef }): string {
  const [from, to] = [cellAt(publication, change.from).n, cellAt(publication, change.to).n];
  if (from === undefined || from === null || to === undefined || to === null || from === 0) return notShown;
  return `${Math.round((100 * (to - from)) / from)}%`;
}

function cellAt(publication: Publication, ref: CellRef) {
  const cell = publication.tables
    .filter((table) => table.id === ref.table)
    .flatMap((table) => table.cells)
    .find((c) => c.at.join('\n') === ref.at.join('\n'));
  if (!cell) throw new Error(`${ref.table}, ${ref.at.join(' / ')} is not in the publication.`);
  return cell;
}
