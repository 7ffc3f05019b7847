import { asCorrected, type PrintedDocument } from '../table.ts';
import type { Finding } from './finding.ts';
import { checkRelations } from './relations.ts';
import { checkTotals } from './totals.ts';
import { checkWords } from './words.ts';

export interface CheckOptions {
  /** Look at the tables with the known errors of the source corrected; as printed where left out. */
  readonly corrected?: boolean;
}

/**
 * Everything in printed tables that cannot be right: totals and shares found by their labels, the relations the document
 * names, titles and headings, figures that were hard to read. Hidden cells count as whatever their mark allows, so nothing
 * is reported that a hidden number could explain.
 *
 * Source: requirements DQ-05, DQ-12, D-PUB-07, D-LOC-10, D-API-06.
 */
export function checkDocument(
  document: PrintedDocument,
  { corrected = false }: CheckOptions = {},
): Finding[] {
  const looked = corrected ? { ...document, tables: document.tables.map(asCorrected) } : document;
  return [
    ...looked.tables.flatMap((table) => [...checkTotals(table), ...checkWords(table)]),
    ...checkRelations(looked),
  ];
}
