import { type Day, dayOf, formatReturnDate } from '@cic/core/dates';
import { TABLES, type TableName } from '../src/tables.ts';

/** A seeded stream of numbers from 0 up to 1 (mulberry32): the same return every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Cells = Readonly<Record<string, string>>;

const YEAR = 365;

/**
 * A council's return as CSV files: plausible careers with the slips of a first draft (about one cell in 300), so that
 * every rule has something to look at. `share` says how much of the year's events it holds: last year's is the smaller.
 */
export function syntheticReturn(
  children: number,
  year: number,
  seed = 903,
  share = 1,
): { name: string; bytes: Uint8Array }[] {
  const random = seeded(seed);
  const pick = <V>(values: readonly V[]): V => values[Math.floor(random() * values.length)]!;
  const flag = (): string => (random() < 0.9 ? '1' : '0');
  const start = dayOf(year - 1, 4, 1);
  const end = dayOf(year, 3, 31);
  const within = (from: Day, to: Day): Day => from + Math.floor(random() * Math.max(1, to - from));
  const tables: Record<TableName, string[]> = Object.fromEntries(
    Object.entries(TABLES).map(([table, columns]) => [table, [Object.keys(columns).join(',')]]),
  ) as Record<TableName, string[]>;
  const slip = (value: string): string => {
    if (random() > 1 / 300) return value;
    return pick(['', '31/02/2025', '1/13/24', 'ZZ', 'O1', ' ', '9']);
  };
  const add = (table: TableName, cells: Cells): void => {
    tables[table].push(
      Object.keys(TABLES[table])
        .map((column) => slip(cells[column] ?? ''))
        .join(','),
    );
  };
  for (let i = 0; i < children; i++) {
    const CHILD = String(100_000 + i * 7);
    const born = within(end - 20 * YEAR, end - YEAR / 2);
    const age = (end - born) / YEAR;
    const DOB = formatReturnDate(born);
    const SEX = pick(['M', 'F']);
    const careLeaver = age > 17.2;
    add('Header', {
      CHILD,
      SEX,
      DOB,
      ETHNIC: pick(['WBRI', 'WOTH', 'MWBC', 'BAFR', 'APKN', 'NOBT']),
      UPN: pick(['UN1', `A${100_000_000_000 + i}`]),
      MOTHER: SEX === 'F' && age > 12 ? '0' : '',
    });
    if (random() < 0.06) add('UASC', { CHILD, SEX, DOB, DUC: formatReturnDate(born + 18 * YEAR) });
    if (careLeaver) {
      add('OC3', {
        CHILD,
        DOB,
        IN_TOUCH: pick(['YES', 'NO', 'DIED']),
        ACTIV: pick(['F1', 'F2', 'G4', 'G5']),
        ACCOM: pick(['B1', 'C1', 'U1', 'Z1']),
      });
    }
    const entered = Math.max(born, within(start - 3 * YEAR, end));
    let DECOM = entered;
    let rne = 'S';
    const longTerm = entered < start;
    const episodes = 1 + Math.floor(random() * 3 * share);
    for (let e = 0; e < episodes; e++) {
      const ends = Math.max(DECOM + 1, within(Math.max(start, DECOM), end));
      const last = e === episodes - 1;
      const open = last && random() < 0.7;
      const REC = open ? '' : last ? pick(['E4A', 'E8', 'E11', 'E48']) : 'X1';
      add('Episodes', {
        CHILD,
        DECOM: formatReturnDate(DECOM),
        RNE: rne,
        LS: pick(['C1', 'C2', 'C2', 'E1', 'V2', 'V3']),
        CIN: pick(['N1', 'N1', 'N2', 'N4', 'N5']),
        PLACE: pick(['U1', 'U4', 'U6', 'K2', 'P1', 'A3', 'T1', 'R1']),
        PLACE_PROVIDER: pick(['PR1', 'PR4', 'PR0']),
        DEC: open ? '' : formatReturnDate(ends),
        REC,
        REASON_PLACE_CHANGE: REC === 'X1' ? pick(['CARPL', 'CHILD', 'ALLEG', 'PLANN']) : '',
        HOME_POST: pick(['DE1 2AB', 'DE4 3CD', 'LE1 1AA', 'NG1 5FG']),
        PL_POST: pick(['DE1 2AC', 'DE4 3CE', 'LE1 1AB', 'NG1 5FH']),
        URN: pick(['SC000001', 'SC000002', '1234567', 'XXXXXXX', '']),
      });
      rne = pick(['P', 'L', 'B', 'T']);
      DECOM = ends;
    }
    const reviews = Math.round((4.5 + 3 * random()) * share);
    for (let r = 0; r < reviews; r++) {
      add('Reviews', {
        CHILD,
        DOB,
        REVIEW: formatReturnDate(within(start, end)),
        REVIEW_CODE: pick(['PN0', 'PN1', 'PN3', 'PN7']),
      });
    }
    if (longTerm && !careLeaver) {
      const misuse = age > 11 && random() < 0.05;
      add('OC2', {
        CHILD,
        DOB,
        SDQ_SCORE: age > 4 && age < 17 ? String(Math.floor(random() * 40)) : '',
        CONVICTED: age > 10 ? pick(['0', '0', '1']) : '',
        HEALTH_CHECK: age < 5 ? flag() : '',
        IMMUNISATIONS: flag(),
        TEETH_CHECK: flag(),
        HEALTH_ASSESSMENT: flag(),
        SUBSTANCE_MISUSE: misuse ? '1' : '0',
        INTERVENTION_RECEIVED: misuse ? flag() : '',
      });
    }
    add('PrevPerm', { CHILD, DOB, PREV_PERM: pick(['Z1', 'Z1', 'P1']), LA_PERM: '', DATE_PERM: '' });
    const absences = random() < 0.15 ? Math.ceil(6 * random() * share) : 0;
    for (let m = 0; m < absences; m++) {
      const from = within(start, end);
      add('Missing', {
        CHILD,
        DOB,
        MISSING: pick(['M', 'A']),
        MIS_START: formatReturnDate(from),
        MIS_END: formatReturnDate(from + 2),
      });
    }
    const workers = 1 + Math.floor(random() * 4 * share);
    for (let s = 0; s < workers; s++) {
      const from = within(start - YEAR, end);
      add('SWEpisodes', {
        CHILD,
        DOB,
        SW_ID: `SW${Math.floor(random() * 90)}`,
        SW_DECOM: formatReturnDate(from),
        SW_DEC: s === workers - 1 ? '' : formatReturnDate(from + 90),
        SW_REASON: pick(['FCONTA', 'LEFTRL', 'ORGRST', 'TSPROC']),
      });
    }
    if (random() < 0.04) {
      add('PlacedAdoption', { CHILD, DOB, DATE_PLACED: formatReturnDate(within(start, end)) });
      add('AD1', {
        CHILD,
        DOB,
        DATE_INT: formatReturnDate(within(start - YEAR, end)),
        DATE_MATCH: formatReturnDate(within(start - YEAR, end)),
        FOSTER_CARE: pick(['0', '1']),
        NB_ADOPTR: pick(['1', '2']),
        SEX_ADOPTR: pick(['M1', 'F1', 'MF']),
        LS_ADOPTR: pick(['L0', 'L11', 'L2']),
      });
    }
    if (random() < 0.02)
      add('DoLo', { CHILD, DOB, DOLO_START: formatReturnDate(within(start, end)), DOLO_END: '' });
  }
  const encoder = new TextEncoder();
  return Object.entries(tables).map(([table, lines]) => ({
    name: `${table.toLowerCase()}.csv`,
    bytes: encoder.encode(`${lines.join('\r\n')}\r\n`),
  }));
}

/** Data rows of all files. */
export const rowsIn = (files: readonly { readonly bytes: Uint8Array }[]): number =>
  files.reduce(
    (rows, { bytes }) => rows + bytes.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), -1),
    0,
  );
