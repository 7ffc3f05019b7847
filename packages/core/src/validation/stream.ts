import type { SchemaType } from '../records/recordType.ts';
import { csvReader } from './csv.ts';
import { type Entry, type EntryReader, unreadable } from './entries.ts';
import { jsonReader } from './json.ts';
import { ndjsonReader } from './ndjson.ts';
import type { Problem } from './problem.ts';
import { explain } from './validate.ts';

export type FileFormat = 'json' | 'ndjson' | 'csv';

/** A problem in a file; `line` is where its record starts, counted from 1. */
export interface LineProblem extends Problem {
  readonly line: number;
}

export interface StreamProgress {
  /** Bytes read so far (characters, where the file came as text). */
  readonly bytes: number;
  readonly records: number;
  readonly valid: number;
  readonly problems: number;
}

export interface StreamOptions {
  readonly format: FileFormat;
  /** Called after each piece of the file. */
  readonly onProgress?: (progress: StreamProgress) => void;
  /** Stops reading after so many problems; never where left out. */
  readonly stopAfter?: number;
}

/** The problems of a file as they are found; `progress` is final when there are no more. */
export interface StreamValidation extends AsyncIterable<LineProblem> {
  readonly progress: StreamProgress;
  /** Whether `stopAfter` cut the file short. */
  readonly stopped: boolean;
}

/** The format a file's name says it has. */
export function formatOf(fileName: string): FileFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : ENDINGS[ending];
}

const ENDINGS: Readonly<Record<string, FileFormat>> = {
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
};

const READERS: Readonly<Record<FileFormat, (type: SchemaType) => EntryReader>> = {
  json: jsonReader,
  ndjson: ndjsonReader,
  csv: csvReader,
};

/** Text is read in pieces of this length, so that a whole file in one string needs no second one. */
const PIECE = 1 << 18;

/**
 * Checks a file of records against a record type, piece by piece: memory does not grow with the file.
 * The pieces are bytes (UTF-8, or UTF-16 with a byte order mark) or text.
 */
export function validateStream(
  type: SchemaType,
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  { format, onProgress, stopAfter = Number.POSITIVE_INFINITY }: StreamOptions,
): StreamValidation {
  const progress = { bytes: 0, records: 0, valid: 0, problems: 0 };
  const validation = { progress, stopped: false, [Symbol.asyncIterator]: problems };

  function* check(entries: readonly Entry[]): Generator<LineProblem> {
    for (const entry of entries) {
      if ('value' in entry) {
        progress.records++;
        if (type.validate(entry.value)) {
          progress.valid++;
          continue;
        }
      }
      const found =
        'problem' in entry ? [entry.problem] : explain(type, entry.value, type.validate.errors ?? []);
      for (const problem of found) {
        if (progress.problems >= stopAfter) {
          validation.stopped = true;
          return;
        }
        progress.problems++;
        yield { line: entry.line, ...problem };
      }
    }
  }

  async function* problems(): AsyncGenerator<LineProblem> {
    const reader = READERS[format](type);
    try {
      for await (const text of decoded(chunks, progress)) {
        for (let from = 0; from < text.length; from += PIECE) {
          yield* check(reader.feed(text.slice(from, from + PIECE)));
          if (validation.stopped) return;
        }
        onProgress?.({ ...progress });
      }
      yield* check(reader.end());
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
      yield* check([unreadable(error.line, undefined, 'UTF-8 text', error.message)]);
    }
    onProgress?.({ ...progress });
  }

  return validation;
}

/** The file is no text in an encoding we read. */
class TextError extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`the file is not UTF-8 text from line ${line} on: save it as UTF-8`);
    this.line = line;
  }
}

/** Of every browser and server, though not of the language's own library. */
declare const TextDecoder: new (
  encoding: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array | undefined, options: { stream: boolean }): string };

const NEWLINE = 10;

async function* decoded(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  progress: { bytes: number },
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let line = 1;
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? '';
    } catch {
      throw new TextError(line);
    }
  };
  for await (const chunk of chunks) {
    const first = progress.bytes === 0;
    progress.bytes += chunk.length;
    if (typeof chunk === 'string') {
      yield first && chunk.startsWith('\ufeff') ? chunk.slice(1) : chunk;
      continue;
    }
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decode(chunk);
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) line++;
  }
  yield decode(undefined);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
