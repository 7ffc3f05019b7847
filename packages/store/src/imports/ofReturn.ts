import {
  type CareHistoryInput,
  type ChildInput,
  type Day,
  type EpisodeInput,
  formatIsoDate,
  insideOf,
  OPEN,
  type RecordInput,
  toOutside,
} from '@cic/core';
import { child, episode } from '@cic/core/records';
import type { ImportPart } from './plan.ts';

const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/** A day that is not readable stays what it is, so that the validator can tell. */
const day = (value: Day): string => (Number.isNaN(value) ? '' : formatIsoDate(value));

const childRecord = (input: ChildInput): object =>
  given({
    id: input.id,
    dateOfBirth: day(input.born),
    sex: input.sex,
    ethnicity: input.ethnicity,
    unaccompaniedAsylumSeeking: input.unaccompaniedUntil === undefined ? undefined : true,
    unaccompaniedAsylumSeekingEnded:
      input.unaccompaniedUntil === undefined || input.unaccompaniedUntil === OPEN
        ? undefined
        : day(input.unaccompaniedUntil),
    responsibleAuthority: input.responsibleAuthority,
  });

const episodeRecord = ({ start, end, placementDistance = Number.NaN, ...rest }: EpisodeInput): object =>
  given({
    ...rest,
    start: day(start),
    end: end === OPEN ? undefined : day(end),
    placementDistance: Number.isNaN(placementDistance) ? undefined : placementDistance,
  });

const outsideOf = (input: RecordInput): readonly object[] =>
  'records' in input ? input.records : insideOf(input).map((record) => toOutside(input.type, record));

/** What a return says of a child; the rest of a child's record comes from elsewhere and stays. */
const OWNED_BY_RETURN = [
  'id',
  'dateOfBirth',
  'sex',
  'ethnicity',
  'unaccompaniedAsylumSeeking',
  'unaccompaniedAsylumSeekingEnded',
  'responsibleAuthority',
];

/**
 * A statutory return, read into the input of a care history, as parts of an import. A child that a return no longer
 * names is not removed; episodes and other records of the days it covers are.
 */
export function partsOfReturn(input: CareHistoryInput): ImportPart[] {
  return [
    { type: child, records: input.children.map(childRecord), owns: OWNED_BY_RETURN, removes: false },
    { type: episode, records: input.episodes.map(episodeRecord) },
    ...(input.records ?? []).map((one) => ({ type: one.type, records: outsideOf(one) })),
  ];
}
