import type { RecordType } from '@cic/core';
import { type Change, changesAfter } from './changes.ts';
import { type Figure, type FigureQuestion, figureOf } from './figures.ts';
import { type Records, recordsOf } from './records.ts';
import { type Returns, returnsOf } from './returns.ts';
import { type ClientOptions, transportOf } from './transport.ts';

/** A council's API, as another system uses it. */
export interface Client {
  /** The records of a type: `records(episode)`, with the type of its schema. */
  records<T extends object>(type: RecordType<T>): Records<T>;
  /** What changed after a place of the feed; 0 for everything there ever was. */
  changes(after: number): AsyncGenerator<Change, void, undefined>;
  figure(indicator: string, question?: FigureQuestion): Promise<Figure>;
  /** Returns of a collection year: 2026 for the year to 31 March 2026. */
  returns(year: number): Returns;
}

/**
 * Connects to a council's API. Requests that were turned away for now (429, 503) or got no answer are sent again, after as
 * long as the server says; those that would do something twice are not, and creations carry a key so that they cannot.
 */
export function connect(options: ClientOptions): Client {
  const send = transportOf(options);
  return {
    records: (type) => recordsOf(send, type),
    changes: (after) => changesAfter(send, after),
    figure: (indicator, question = {}) => figureOf(send, indicator, question),
    returns: (year) => returnsOf(send, year),
  };
}
