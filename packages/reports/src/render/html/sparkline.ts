import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Language } from '../../language/language.ts';
import type { SeriesPoint } from '../../model.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 92;
const HEIGHT = 24;
const EDGE = 4;

const tidy = (value: number): number => Math.round(value * 10) / 10;

/** The course of a figure as a small line: a gap where there is none, the last one dotted; its numbers are read out. */
export function sparkline(series: readonly SeriesPoint[], language: Language): Markup {
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleLinear([0, Math.max(series.length - 1, 1)], [EDGE, WIDTH - EDGE]);
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [HEIGHT - EDGE, EDGE]);
  const at = (point: SeriesPoint, i: number): [number, number] => [tidy(x(i)), tidy(y(point.value!))];
  const path = line<SeriesPoint>()
    .defined(({ value }) => value !== null)
    .x((point, i) => at(point, i)[0])
    .y((point, i) => at(point, i)[1])(series as SeriesPoint[]);
  const dots = series.flatMap((point, i) => {
    if (point.value === null) return [];
    const [cx, cy] = at(point, i);
    const last = i === series.length - 1;
    return [html`<circle cx="${cx}" cy="${cy}" r="${last ? 2.6 : 1.2}" fill="#1d3f5e"/>`];
  });
  const told = language.say('chart.course', {
    from: series[0]!.period,
    to: series.at(-1)!.period,
    values: series.map(({ printed }) => printed).join(', '),
  });
  return html`<svg role="img" aria-label="${told}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path d="${path ?? ''}" fill="none" stroke="#1d3f5e" stroke-width="1.3"/>${dots}</svg>`;
}
