import type { Transport } from './transport.ts';

export interface FigureRow {
  readonly categories: readonly string[];
  readonly labels: readonly string[];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly share: number | null;
}

/** A figure of a council, with its definition. A hidden number is null, and printed as the council's symbol. */
export interface Figure {
  readonly indicator: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly period: string;
  readonly start: string;
  readonly end: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly printed: string;
  /** Whether it came through disclosure control. */
  readonly released: boolean;
  readonly trend: {
    readonly direction: 'up' | 'down' | 'same' | 'not available';
    readonly performance: 'better' | 'worse' | 'same' | 'no judgement' | 'not available';
    readonly change: number | null;
  };
  readonly by: readonly string[];
  readonly breakdown: readonly FigureRow[];
}

export interface FigureQuestion {
  /** '2022' (the year to 31 March), '2021/22', 'Q3 2021/22', '2022-03', '2022-03-31'; the last whole year if absent. */
  readonly period?: string;
  /** One breakdown, or two for a table. */
  readonly by?: readonly string[];
}

export async function figureOf(
  send: Transport,
  indicator: string,
  { period, by = [] }: FigureQuestion,
): Promise<Figure> {
  const query = new URLSearchParams();
  if (period !== undefined) query.set('period', period);
  if (by.length > 0) query.set('by', by.join(','));
  const answer = await send(`/indicators/${encodeURIComponent(indicator)}/value?${query}`);
  return (await answer.json()) as Figure;
}
