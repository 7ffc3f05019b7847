import { type Child, type Day, formatIsoDate, longDate } from '@cic/core';

/** Says when something ends before it begins; nothing where it does not. */
export function* endsBeforeStart(what: string, start: Day, end: Day | undefined): Generator<string> {
  if (end !== undefined && end < start) {
    yield `${what} ends on ${longDate(end)}, before it begins on ${longDate(start)}`;
  }
}

/** Says when a day cannot be: before the child was born, or later than what is known. */
export function* impossibleDay(child: Child, what: string, on: Day, asAt: Day): Generator<string> {
  if (on < child.born) {
    yield `${what} is dated ${longDate(on)}, before the child was born on ${longDate(child.born)}`;
  } else if (on > asAt) yield `${what} is dated ${longDate(on)}, which has not come yet`;
}

/** Items that share a key, for 'twice' checks: only keys with two or more. */
export function twice<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()].filter(({ length }) => length > 1);
}

export const dayKey = (on: Day): string => (Number.isFinite(on) ? formatIsoDate(on) : '');
