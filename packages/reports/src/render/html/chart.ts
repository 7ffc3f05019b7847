import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Language } from '../../language/language.ts';
import type { BuiltRow, BuiltTable } from '../../model.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 720;
const INK = '#1d3f5e';
/** Lines are told apart by their strokes and by the names at their ends, not by colours. */
const STROKES = ['', '7 3', '2 3', '10 3 2 3', '4 2', '1 2'] as const;

const tidy = (value: number): number => Math.round(value * 10) / 10;

/** The rows that are drawn: parts of the whole with a number in any column. */
const partsOf = ({ rows }: BuiltTable): BuiltRow[] =>
  rows.filter(({ cells }) =>
    cells.some(({ value, where }) => value !== null && value !== 0 && where !== undefined),
  );

const highest = (rows: readonly BuiltRow[]): number =>
  Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));

/** Heights for names that would lie on each other, pushed apart. */
function apart(wanted: readonly number[], gap: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  order.forEach((i, k) => {
    const above = order[k - 1];
    if (above !== undefined) placed[i] = Math.max(placed[i]!, placed[above]! + gap);
  });
  return placed;
}

function lines(table: BuiltTable, language: Language): Markup {
  const rows = partsOf(table);
  const height = 230;
  const x = scalePoint(
    table.columns.map((_, i) => i),
    [44, WIDTH - 150],
  );
  const y = scaleLinear([0, highest(rows)], [height - 28, 12]).nice(4);
  const ticks = y
    .ticks(4)
    .map(
      (tick) =>
        html`<line x1="44" x2="${WIDTH - 150}" y1="${tidy(y(tick))}" y2="${tidy(y(tick))}" stroke="#e4e7eb"/><text class="axis" x="36" y="${tidy(y(tick)) + 4}" text-anchor="end">${language.number(tick, 0)}</text>`,
    );
  const years = table.columns.map(
    ({ label }, i) =>
      html`<text class="axis" x="${tidy(x(i)!)}" y="${height - 8}" text-anchor="middle">${label}</text>`,
  );
  const last = rows.map(({ cells }) => cells.findLast(({ value }) => value !== null)!.value!);
  const names = apart(last.map(y), 15);
  const drawn = rows.map(({ label, cells }, r) => {
    const path = line<(typeof cells)[number]>()
      .defined(({ value }) => value !== null)
      .x((_, i) => tidy(x(i)!))
      .y(({ value }) => tidy(y(value!)))([...cells]);
    const dots = cells.flatMap(({ value }, i) =>
      value === null
        ? []
        : [html`<circle cx="${tidy(x(i)!)}" cy="${tidy(y(value))}" r="2.4" fill="${INK}"/>`],
    );
    return html`<path d="${path ?? ''}" fill="none" stroke="${INK}" stroke-width="1.6" stroke-dasharray="${STROKES[r % STROKES.length]!}"/>${dots}<text x="${WIDTH - 138}" y="${tidy(names[r]!) + 4}">${label}</text>`;
  });
  return framed(table, language, height, html`${ticks}${years}${drawn}`);
}

/** Rows with anything in the last column. */
const barsOf = (table: BuiltTable): BuiltRow[] =>
  partsOf(table).filter(({ cells }) => (cells.at(-1)!.value ?? 0) > 0);

/** Bars of the last column. */
function bars(table: BuiltTable, language: Language): Markup {
  const rows = barsOf(table);
  const height = rows.length * 24 + 8;
  const y = scaleBand(
    rows.map((_, i) => i),
    [4, height - 4],
  ).padding(0.3);
  const left = Math.min(380, Math.max(...rows.map(({ label }) => label.length)) * 6.4 + 10);
  const x = scaleLinear(
    [0, Math.max(1, ...rows.map(({ cells }) => cells.at(-1)!.value!))],
    [0, WIDTH - left - 100],
  );
  const drawn = rows.map(({ label, cells }, i) => {
    const { value, printed } = cells.at(-1)!;
    const top = y(i)!;
    const middle = tidy(top + y.bandwidth() / 2 + 4);
    return html`<text x="${tidy(left)}" y="${middle}" text-anchor="end">${label}</text><rect x="${tidy(left + 8)}" y="${tidy(top)}" width="${tidy(x(value!))}" height="${tidy(y.bandwidth())}" fill="${INK}"/><text x="${tidy(left + 16 + x(value!))}" y="${middle}">${printed}</text>`;
  });
  return framed(table, language, height, html`${drawn}`);
}

const framed = ({ title }: BuiltTable, language: Language, height: number, inside: Markup): Markup =>
  html`<figure><figcaption>${title}</figcaption><svg role="img" aria-label="${language.say('chart.alternative', { title })}" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">${inside}</svg></figure>`;

/** A table as a picture beside it; none where nothing could be drawn. */
export function chart(table: BuiltTable, language: Language): Markup | undefined {
  if (table.chart === 'lines' && partsOf(table).length > 0) return lines(table, language);
  return table.chart === 'bars' && barsOf(table).length > 0 ? bars(table, language) : undefined;
}
