import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { codeSets } from '../src/codes/codeSets.ts';
import { dayOf, formatIsoDate } from '../src/dates/day.ts';
import { episode } from '../src/generated/records.ts';
import type { Episode } from '../src/generated/types.ts';
import { validateStream } from '../src/validation/stream.ts';

const RECORDS = 100_000;
const ROUNDS = 9;
const PIECE = 64 * 1024;

/** Episodes of made-up children, the same every time. */
function episodes(count: number): Episode[] {
  let state = 1;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const from = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const first = dayOf(2015, 1, 1);
  return Array.from({ length: count }, (_, i) => {
    const start = first + below(4000);
    return {
      child: `C${String(Math.floor(i / 3)).padStart(6, '0')}`,
      start: formatIsoDate(start),
      ...(below(3) > 0
        ? { end: formatIsoDate(start + 1 + below(500)), reasonEpisodeCeased: from(codeSets.REC.values) }
        : {}),
      reasonNewEpisode: from(codeSets.RNE.values),
      legalStatus: from(codeSets.LS.values),
      categoryOfNeed: from(codeSets.CIN.values),
      placementType: from(codeSets.PLACE.values),
      placementProvider: from(codeSets.PLACE_PROVIDER.values),
      homePostcode: 'DE1 2FS',
      placementPostcode: 'DE22 1AA',
      urn: 'SC012345',
      placementLocation: from(codeSets.PL_LOCATION.values),
      placementDistance: below(600) / 10,
    };
  });
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** The generated validators beside bare Ajv and beside JSON.parse alone, on one NDJSON file of episodes. */
export async function bench() {
  const records: readonly unknown[] = episodes(RECORDS);
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const bytes = Buffer.from(text);
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  const { $id: _, ...schema } = episode.schema;
  const bare = ajv.compile(schema);
  const times = { ours: [] as number[], bare: [] as number[], parse: [] as number[], stream: [] as number[] };
  let valid = 0;
  let most = 0;
  for (let round = 0; round < ROUNDS; round++) {
    times.bare.push(milliseconds(() => records.forEach((record) => void (bare(record) && valid++))));
    times.ours.push(
      milliseconds(() => records.forEach((record) => void (episode.validate(record) && valid++))),
    );
    times.parse.push(
      milliseconds(() => text.split('\n').forEach((line) => void (line !== '' && JSON.parse(line)))),
    );
    const start = performance.now();
    const validation = validateStream(episode, pieces(bytes), {
      format: 'ndjson',
      onProgress: () => {
        if (round === ROUNDS - 1) most = Math.max(most, process.memoryUsage().heapUsed);
      },
    });
    for await (const problem of validation) throw new Error(problem.message);
    times.stream.push(performance.now() - start);
    valid += validation.progress.valid;
  }
  if (valid !== 3 * ROUNDS * RECORDS) throw new Error('A record of the benchmark is not valid');
  const ratio = (a: readonly number[], b: readonly number[]): string =>
    median(a.map((time, i) => time / b[i]!)).toFixed(2);
  const row = (name: string, list: readonly number[], beside: string) => [
    name,
    Math.round(median(list)),
    Math.round((RECORDS / median(list) / 1000) * 100) / 100,
    beside,
  ];
  return [
    {
      title: `Validation: ${RECORDS.toLocaleString('en-GB')} episodes, ${(bytes.length / 1e6).toFixed(0)} MB of NDJSON`,
      columns: ['what', 'ms', 'million records/s', 'speed beside it'],
      rows: [
        row('bare Ajv, parsed records', times.bare, ''),
        row(
          'generated validator, parsed records',
          times.ours,
          `${ratio(times.bare, times.ours)} of bare Ajv`,
        ),
        row('JSON.parse alone', times.parse, ''),
        row(
          'validateStream, from bytes',
          times.stream,
          `${ratio(times.parse, times.stream)} of JSON.parse alone`,
        ),
      ],
      notes: [
        `Heap at most ${Math.round(most / 1e6)} MB while streaming, of which the benchmark's own records and text are most.`,
      ],
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { title, columns, rows, notes } of await bench()) {
    console.log(title);
    console.table(rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [columns[i]!, cell]))));
    for (const note of notes) console.log(note);
  }
}
