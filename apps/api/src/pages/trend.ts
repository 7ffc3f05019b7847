import { html } from 'hono/html';

const WIDTH = 72;
const HEIGHT = 18;

/**
 * A line through the values of some years, as a picture beside the numbers, which say the same: it is hidden from readers
 * aloud. Nothing where fewer than two years have a value.
 */
export function trend(values: readonly (number | null)[]) {
  const known = values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  if (known.length < 2) return '';
  const all = known.map(({ value }) => value);
  const low = Math.min(...all);
  const range = Math.max(...all) - low || 1;
  const x = (i: number) => (i / (values.length - 1)) * WIDTH;
  const y = (value: number) => HEIGHT - ((value - low) / range) * HEIGHT;
  const points = known.map(({ value, i }) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const last = known.at(-1)!;
  return html`<svg class="trend" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <polyline points="${points}" fill="none" stroke="currentColor" stroke-width="1.5" />
    <circle cx="${x(last.i).toFixed(1)}" cy="${y(last.value).toFixed(1)}" r="2.5" />
  </svg>`;
}
