import {
  type CouncilConfig,
  formatIsoDate,
  insideOf,
  OPEN,
  type RecordInput,
  type RecordType,
  toOutside,
} from '@cic/core';
import {
  type Child,
  child,
  type Episode,
  episode,
  type PopulationEstimate,
  populationEstimate,
} from '@cic/core/records';
import { placeOf } from './geography.ts';
import type { SyntheticCouncil } from './synthesise.ts';

/** All records of one type, as they are stored and exchanged: days as `YYYY-MM-DD`. */
export interface TypedRecords {
  readonly type: RecordType<object>;
  readonly records: readonly object[];
}

const blankLeftOut = <T extends object>(record: { [K in keyof T]: T[K] | '' | undefined }): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '' && value !== undefined)) as T;

function childRecords({ children }: SyntheticCouncil): Child[] {
  return children.map((one) =>
    blankLeftOut<Child>({
      id: one.id,
      dateOfBirth: formatIsoDate(one.born),
      sex: one.sex as NonNullable<Child['sex']>,
      ethnicity: one.ethnicity as NonNullable<Child['ethnicity']>,
      disabilities: one.disabilities.map((disability) => ({ disability })),
      upn: one.unaccompaniedUntil === undefined ? one.upn : '',
      reasonUpnUnknown: one.unaccompaniedUntil === undefined ? '' : 'UN2',
      unaccompaniedAsylumSeeking: one.unaccompaniedUntil !== undefined,
      unaccompaniedAsylumSeekingEnded:
        one.unaccompaniedUntil === undefined ? '' : formatIsoDate(one.unaccompaniedUntil),
      ...(one.sex === 'F' ? { mother: one.firstChildBorn !== undefined } : {}),
      firstChildBorn: one.firstChildBorn === undefined ? '' : formatIsoDate(one.firstChildBorn),
    }),
  );
}

function episodeRecords({ episodes, council }: SyntheticCouncil): Episode[] {
  return episodes.map((one) => {
    const authority = placeOf(one.placementPostcode, council.code)?.authority ?? '';
    return blankLeftOut<Episode>({
      child: one.child,
      start: formatIsoDate(one.start),
      end: one.end === OPEN ? '' : formatIsoDate(one.end),
      reasonNewEpisode: one.reasonNewEpisode as Episode['reasonNewEpisode'],
      legalStatus: one.legalStatus as Episode['legalStatus'],
      categoryOfNeed: one.categoryOfNeed as Episode['categoryOfNeed'],
      placementType: one.placementType as Episode['placementType'],
      placementProvider: one.placementProvider as NonNullable<Episode['placementProvider']>,
      reasonEpisodeCeased: one.reasonEpisodeCeased as NonNullable<Episode['reasonEpisodeCeased']>,
      reasonPlacementChange: one.reasonPlacementChange as NonNullable<Episode['reasonPlacementChange']>,
      homePostcode: one.homePostcode,
      placementPostcode: one.placementPostcode,
      urn: one.urn,
      placementAuthority: authority,
      placementLocation: (one.placementLocation ?? '') as NonNullable<Episode['placementLocation']>,
      placementDistance: Number.isNaN(one.placementDistance) ? undefined : one.placementDistance,
    } as { [K in keyof Episode]: Episode[K] | '' | undefined });
  });
}

const stored = (input: RecordInput): TypedRecords => {
  if ('records' in input) return input;
  return {
    type: input.type,
    records: insideOf(input).map((record) => toOutside(input.type, record as never)),
  };
};

/** Everything the council has on record, children and episodes first, in the form of the schemas. */
export const allRecords = (council: SyntheticCouncil): TypedRecords[] => [
  { type: child as RecordType<object>, records: childRecords(council) },
  { type: episode as RecordType<object>, records: episodeRecords(council) },
  ...council.records.map(stored),
];

/** What `defineCouncil` needs to know of the council: its code, districts and population. Plugins are added by hand. */
export function councilConfig({ council, records: inputs }: SyntheticCouncil): CouncilConfig {
  const populations = inputs
    .map(stored)
    .filter(({ type }) => type.id === populationEstimate.id)
    .flatMap(({ records }) => records as PopulationEstimate[]);
  return {
    id: council.id,
    name: council.name,
    code: council.code,
    districts: council.districts.map(({ id, name }) => ({ id, name })),
    populations,
  };
}
