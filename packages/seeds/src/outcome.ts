import { intervalOf, type PrintedCell, type PrintedFigure } from '@cic/printed-tables';
import type { BuiltCell } from '@cic/reports';

export type Outcome = 'equal' | 'differs' | 'notComputable' | 'suppressed';

export interface ComparedCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly printed: string;
  /** As the report prints it. */
  readonly made: string;
  readonly outcome: Outcome;
  /** Why there is no figure, or why it is another one. */
  readonly reason?: string;
}

/** A figure that stands in print: not one that is missing or does not apply. */
const stands = ({ state }: PrintedFigure): boolean => state === 'value' || state === 'suppressed';

/** What a reader is told of it: the figures of a cell, none for words and for empty cells. */
export const figuresOf = ({ figures }: PrintedCell): readonly PrintedFigure[] => figures.filter(stands);

/** Whether a figure is held back in print, behind a mark or a bound. */
const hidden = ({ state, bound }: PrintedFigure): boolean => state === 'suppressed' || bound === 'under';

function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5 + 1e-9) / scale;
}

/** Whether a computed figure would be printed as this one. */
function agrees(figure: PrintedFigure, value: number, decimals: number): boolean {
  if (figure.value !== undefined && figure.bound === undefined)
    return Math.abs(rounded(value, decimals) - figure.value) < 1e-9;
  const interval = intervalOf(figure);
  return interval !== undefined && value >= interval[0] && value <= interval[1];
}

/**
 * Compares the figures of a printed cell with the computed ones. Half up at the decimals printed, or at those given where
 * the document pads with noughts. A figure held back in print agrees with every number it can stand for.
 */
export function outcomeOf(
  figures: readonly PrintedFigure[],
  cell: BuiltCell,
  padded?: number,
): Pick<ComparedCell, 'outcome' | 'reason'> {
  if (cell.state !== 'value' || cell.value === null)
    return { outcome: 'notComputable', reason: cell.reason ?? 'There is no figure for it.' };
  const made = [cell.value, cell.second];
  const compared = figures.map((figure, i) => {
    const value = made[i];
    if (value === undefined || value === null) return false;
    return agrees(figure, value, padded ?? figure.decimals ?? 0);
  });
  if (!compared.every(Boolean)) return { outcome: 'differs' };
  return { outcome: figures.some(hidden) ? 'suppressed' : 'equal' };
}
