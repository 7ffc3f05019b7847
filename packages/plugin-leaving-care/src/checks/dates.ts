import { type Check, defineCheck, longDate, type RecordType, recordTypesIn } from '@cic/core';
import * as records from '../generated/records.ts';

type Days = Readonly<Record<string, number | undefined>>;

/** Dates that are meant to lie ahead: a plan for the future, an end agreed, a birth expected. */
const AHEAD = new Set([
  'after-care-arrangement',
  'parenthood',
  'commissioned-accommodation',
  'local-offer-item',
  'immigration-status',
]);

function* impossible(
  type: RecordType<object>,
  record: Days,
  born: number | undefined,
  asAt: number,
): Generator<string> {
  const { from, until, title } = type;
  const start = from === undefined ? undefined : record[from];
  const end = until === undefined ? undefined : record[until];
  if (start === undefined) return;
  const what = `a record '${title}' of ${longDate(start)}`;
  if (born !== undefined && start < born) yield `${what} lies before the birth on ${longDate(born)}`;
  else if (start > asAt && !AHEAD.has(type.id)) yield `${what} lies in the future`;
  if (end !== undefined && end < start) yield `${what} ends on ${longDate(end)}, before it begins`;
}

/** One check for each record type: each points at its own records. */
export const dateChecks: readonly Check[] = recordTypesIn(records).map((type) =>
  defineCheck({
    id: `${type.id}-dates`,
    title: `${type.title}: dates that cannot be`,
    record: type.id,
    fix: 'Correct the day it began or the day it ended.',
    *find(child, { asAt }) {
      if (type.subject !== 'child') return;
      const born = Number.isNaN(child.born) ? undefined : child.born;
      for (const record of child.records(type as RecordType<{ child: string }>)) {
        yield* impossible(type, record as unknown as Days, born, asAt);
      }
    },
    *findOthers({ history, asAt }) {
      if (type.subject === 'child') return;
      for (const record of history.otherRecords(type)) {
        const about = (record as { readonly id?: string; readonly district?: string }).id;
        for (const message of impossible(type, record as unknown as Days, undefined, asAt)) {
          yield {
            about: about ?? (record as { readonly district?: string }).district ?? type.title,
            message,
          };
        }
      }
    },
  }),
);
