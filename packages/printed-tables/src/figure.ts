import type { CellState } from './table.ts';

export type Bound = 'at-least' | 'over' | 'at-most' | 'under' | 'about';

/** A figure as a document prints it. */
export interface PrintedFigure {
  readonly state: CellState;
  readonly value?: number;
  readonly unit?: 'percent' | 'pounds';
  /** What a mark such as 'under 5' or '20+' lets a reader conclude. */
  readonly bound?: Bound;
  /** Both ends of a printed range; there is no single value then. */
  readonly lower?: number;
  readonly upper?: number;
  /** Decimals printed, by which the figure was rounded. */
  readonly decimals?: number;
  /** What a sum of money is paid by: 'week', 'annum'. */
  readonly per?: string;
  /** A performance band: '3', 'top'. */
  readonly band?: string;
  /** Any other words in brackets: 'DfE target'. */
  readonly note?: string;
  /** A mark that points to a footnote. */
  readonly footnote?: string;
  /** In one cell with others: the words printed before it. */
  readonly words?: string;
  /** What was read in spite of how it was printed: 'a comma at the end'. */
  readonly warnings?: readonly string[];
}

/** Everything one cell says: `242 (38%)` holds two figures. Empty for words alone. */
export interface PrintedCell {
  readonly printed: string;
  readonly figures: readonly PrintedFigure[];
}

const NOT_APPLICABLE = /^n\/?\.?a\.?$/i;
const NOT_AVAILABLE = /^(?:\.\.|not (?:yet )?available|\/|-|–|—)$/i;
const SUPPRESSED = /^(?:\*|c|x|\[c\]|\[x\]|\[low\])$/i;

const SPACE = '[ \\u00a0]';
const DIGITS = `\\d{1,3}(?:,${SPACE}?\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?`;
const NUMBER = new RegExp(
  [
    '(?<bound>[<>≤≥~+]|\\b(?:under|less than|over|more than|at least|up to|about|approximately|circa)\\b)?',
    `${SPACE}*(?<sign>[-−])?(?<pounds>£)?${SPACE}*(?<number>${DIGITS})(?<comma>,(?!${SPACE}*\\d))?`,
    `(?<percent>${SPACE}*%)?(?<plus>\\+)?`,
  ].join(''),
  'gi',
);

const BOUNDS: Readonly<Record<string, Bound>> = {
  '<': 'under',
  under: 'under',
  'less than': 'under',
  '>': 'over',
  over: 'over',
  'more than': 'over',
  '≤': 'at-most',
  'up to': 'at-most',
  '≥': 'at-least',
  'at least': 'at-least',
  '~': 'about',
  about: 'about',
  approximately: 'about',
  circa: 'about',
};

const tidy = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

type Groups = Partial<Record<string, string>>;

function numberOf(groups: Groups): PrintedFigure {
  const digits = groups.number!.replace(/[, \u00a0]/g, '');
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const sign = groups.sign ? -1 : 1;
  const bound = groups.plus ? 'at-least' : BOUNDS[groups.bound?.toLowerCase() ?? ''];
  const warnings = [
    ...(groups.comma ? ['a comma at the end'] : []),
    ...(/,[ \u00a0]/.test(groups.number!) ? ['a space inside the number'] : []),
  ];
  return {
    state: 'value',
    value: sign * Number(digits),
    decimals,
    ...(groups.percent ? { unit: 'percent' as const } : groups.pounds ? { unit: 'pounds' as const } : {}),
    ...(bound ? { bound } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

const WHOLE = new RegExp(`^${NUMBER.source}$`, 'i');
const RANGE = new RegExp(
  `^£?(?<lower>${DIGITS})${SPACE}*%?${SPACE}*(?:-|–|to)${SPACE}*£?(?<upper>${DIGITS})(?<percent>${SPACE}*%)?$`,
  'i',
);
const PER = / per (?<per>annum|year|month|week|day|night)\b/i;
const BAND = /^(?:band (?<number>\d+)|(?<name>\w+) band)$/i;

const plain = (digits: string): number => Number(digits.replace(/[, \u00a0]/g, ''));

/** A cell that is one figure and nothing else. */
function single(text: string): PrintedFigure | undefined {
  const range = RANGE.exec(text)?.groups;
  if (range && plain(range.lower!) <= plain(range.upper!)) {
    return {
      state: 'value',
      lower: plain(range.lower!),
      upper: plain(range.upper!),
      ...(range.percent ? { unit: 'percent' as const } : {}),
    };
  }
  const footnote = /\d%?(?<mark>[*†‡])$/.exec(text)?.groups?.mark;
  const groups = WHOLE.exec(footnote ? text.slice(0, -1) : text)?.groups;
  if (!groups) return undefined;
  return { ...numberOf(groups), ...(footnote ? { footnote } : {}) };
}

function missing(text: string): PrintedFigure | undefined {
  if (text === '') return { state: 'blank' };
  if (NOT_APPLICABLE.test(text)) return { state: 'not-applicable' };
  if (NOT_AVAILABLE.test(text)) return { state: 'not-available' };
  if (SUPPRESSED.test(text)) return { state: 'suppressed' };
  return undefined;
}

/** `37 (6%)`, `82.8 (band 4)`, `121 (DfE target)`. */
function withBrackets(text: string): readonly PrintedFigure[] | undefined {
  const parts = /^(?<head>[^()]+?) ?\((?<inside>[^()]+)\)$/.exec(text)?.groups;
  const first = parts && single(parts.head!);
  if (!first) return undefined;
  const inside = parts.inside!.trim();
  const second = single(inside) ?? missing(inside);
  if (second) return [first, second];
  const band = BAND.exec(inside)?.groups;
  return band
    ? [{ ...first, band: (band.number ?? band.name)!.toLowerCase() }]
    : [{ ...first, note: inside }];
}

/** A sum of money and what it is paid by, with whatever else the cell says. */
function money(text: string): readonly PrintedFigure[] | undefined {
  const per = PER.exec(text);
  const first = per && single(text.slice(0, per.index).trim());
  if (!per || first?.unit !== 'pounds') return undefined;
  const note = tidy(text.slice(per.index + per[0].length)).replace(/^\(|\)$/g, '');
  return [{ ...first, per: per.groups!.per!.toLowerCase(), ...(note === '' ? {} : { note }) }];
}

/** Several figures among words, each with the words before it. */
function amongWords(text: string): readonly PrintedFigure[] {
  const figures: PrintedFigure[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index + match[0].search(/\S/);
    const end = match.index + match[0].length;
    // A digit glued to a letter is a name (Q4, KS2), not a figure.
    if (/\w/.test(text[start - 1] ?? '') || /[a-z]/i.test(text[end] ?? '')) continue;
    const words = tidy(text.slice(from, start)).replace(/^[\s–—:;,.()-]+|[\s–—:;,.()-]+$/g, '');
    from = end;
    figures.push({ ...numberOf(match.groups!), ...(words === '' ? {} : { words }) });
  }
  return figures;
}

/**
 * Reads what a cell prints. Numbers with thousands by comma, pounds, per cent, bounds (`<10`, `16+`, `under 5`), ranges,
 * two figures in one cell (`242 (38%)`), bands, words about missing and hidden values; else every number among the words,
 * with the words before it. Never throws: what cannot be read has no figures.
 *
 * Source: requirements DQ-02, DQ-04, D-PUB-02, D-REF-19.
 */
export function readCell(printed: string): PrintedCell {
  const text = tidy(printed);
  const nothing = missing(text);
  if (nothing) return { printed, figures: [nothing] };
  const one = single(text);
  if (one) return { printed, figures: [one] };
  return { printed, figures: withBrackets(text) ?? money(text) ?? amongWords(text) };
}

/**
 * The smallest and largest number that a printed figure can stand for: a rounded one half a digit to either side, `<10` as
 * nought to nine where whole numbers are printed. Undefined where it says nothing.
 */
export function intervalOf(figure: PrintedFigure): readonly [number, number] | undefined {
  const { value, bound, lower, upper, decimals = 0, unit } = figure;
  if (lower !== undefined && upper !== undefined) return [lower, upper];
  if (figure.state === 'suppressed') return [0, Number.POSITIVE_INFINITY];
  if (value === undefined) return undefined;
  const whole = decimals === 0 && unit === undefined;
  switch (bound) {
    case 'under':
      return [0, whole ? value - 1 : value];
    case 'at-most':
      return [0, value];
    case 'over':
      return [whole ? value + 1 : value, Number.POSITIVE_INFINITY];
    case 'at-least':
      return [value, Number.POSITIVE_INFINITY];
    case 'about':
      return undefined;
    default: {
      const half = whole ? 0 : 0.5 * 10 ** -decimals;
      return [value - half, value + half];
    }
  }
}
