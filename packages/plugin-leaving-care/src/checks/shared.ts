import { type Day, longDate, OPEN } from '@cic/core';

interface Span {
  readonly start: Day;
  readonly end?: Day;
}

/** Neighbours in order of start that are open on one and the same day. */
export function overlaps<T extends Span>(records: readonly T[]): [T, T][] {
  const sorted = [...records].sort((a, b) => a.start - b.start);
  return sorted.slice(1).flatMap((later, i): [T, T][] => {
    const earlier = sorted[i]!;
    return (earlier.end ?? OPEN) > later.start && (later.end ?? OPEN) > later.start ? [[earlier, later]] : [];
  });
}

/** 'from 1 May 2024' or 'from 1 May 2024 to 3 June 2025'. */
export const spanWords = ({ start, end }: Span): string =>
  `from ${longDate(start)}${end === undefined ? '' : ` to ${longDate(end)}`}`;
