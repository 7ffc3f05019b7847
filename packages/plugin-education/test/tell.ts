import type { CouncilConfig, IsoDate, Period } from '@cic/core';
import {
  aChild,
  aCouncil,
  asking,
  type ChildFacts,
  type ChildStory,
  findingsOf,
  type Told,
} from '@cic/core/testing';
import { type EducationOptions, education } from '../src/index.ts';

/** A council with the plugin, and whatever else it says of itself. */
export const theCouncil = (config: Partial<CouncilConfig> = {}, options?: EducationOptions) =>
  aCouncil({ plugins: [education(options)], ...config });

const asked = asking(theCouncil);
export const { result, value, listed, due } = asked;

/** Category, numerator and denominator of the rows of one breakdown that hold anything. */
export const rows = (id: string, by: string, what: Told, period: Period) =>
  asked
    .rows(id, by, what, period)
    .map(({ category, numerator, denominator }) => [category, numerator, denominator]);

/** Messages of one check, or of all with their ids. */
export const found = (what: Told, asAt: IsoDate, id?: string): string[] =>
  findingsOf(theCouncil(), what, asAt, id);

/** In Year 11 in the school year 2023/24, in care since 2020. */
export const inYear11 = (facts: ChildFacts = {}): ChildStory =>
  aChild({ born: '2008-03-01', ...facts }).startedOn('2020-05-01');

/** In Year 6 in the school year 2023/24, in care since 2020. */
export const inYear6 = (facts: ChildFacts = {}): ChildStory =>
  aChild({ born: '2013-03-01', ...facts }).startedOn('2020-05-01');
