import { type Day, dayOf, parseReturnDate } from '@cic/core/dates';
import { type Row, TABLES, type TableName } from '../tables.ts';

const FIRST_READABLE = dayOf(1678, 1, 1);
const LAST_READABLE = dayOf(2261, 12, 31);

/** The day written as DD/MM/YYYY; NaN when blank, unreadable or outside the years 1678 to 2261. */
export function readDate(text: string): Day {
  if (text === '') return Number.NaN;
  const day = parseReturnDate(text);
  return day >= FIRST_READABLE && day <= LAST_READABLE ? day : Number.NaN;
}

type Cells = readonly string[];
type Days = readonly Day[];

/**
 * A row of each table from its cells and, for date columns, their days, in the order of the columns. Written out, so that all rows of a
 * table have one shape in memory and are made as fast as they are read.
 */
const CREATE: { readonly [T in TableName]: (row: number, cells: Cells, days: Days) => Row<T> } = {
  Header: (row, c, d) => ({
    table: 'Header',
    row,
    CHILD: c[0]!,
    SEX: c[1]!,
    DOB: d[2]!,
    DOB_TEXT: c[2]!,
    ETHNIC: c[3]!,
    UPN: c[4]!,
    MOTHER: c[5]!,
    MC_DOB: d[6]!,
    MC_DOB_TEXT: c[6]!,
    UASC: '',
  }),
  Episodes: (row, c, d) => ({
    table: 'Episodes',
    row,
    CHILD: c[0]!,
    DECOM: d[1]!,
    DECOM_TEXT: c[1]!,
    RNE: c[2]!,
    LS: c[3]!,
    CIN: c[4]!,
    PLACE: c[5]!,
    PLACE_PROVIDER: c[6]!,
    DEC: d[7]!,
    DEC_TEXT: c[7]!,
    REC: c[8]!,
    REASON_PLACE_CHANGE: c[9]!,
    HOME_POST: c[10]!,
    PL_POST: c[11]!,
    URN: c[12]!,
    PL_LA: '',
    PL_LOCATION: '',
    PL_DISTANCE: Number.NaN,
  }),
  Reviews: (row, c, d) => ({
    table: 'Reviews',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    REVIEW: d[2]!,
    REVIEW_TEXT: c[2]!,
    REVIEW_CODE: c[3]!,
  }),
  UASC: (row, c, d) => ({
    table: 'UASC',
    row,
    CHILD: c[0]!,
    SEX: c[1]!,
    DOB: d[2]!,
    DOB_TEXT: c[2]!,
    DUC: d[3]!,
    DUC_TEXT: c[3]!,
  }),
  OC2: (row, c, d) => ({
    table: 'OC2',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    SDQ_SCORE: c[2]!,
    SDQ_REASON: c[3]!,
    CONVICTED: c[4]!,
    HEALTH_CHECK: c[5]!,
    IMMUNISATIONS: c[6]!,
    TEETH_CHECK: c[7]!,
    HEALTH_ASSESSMENT: c[8]!,
    SUBSTANCE_MISUSE: c[9]!,
    INTERVENTION_RECEIVED: c[10]!,
    INTERVENTION_OFFERED: c[11]!,
  }),
  OC3: (row, c, d) => ({
    table: 'OC3',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    IN_TOUCH: c[2]!,
    ACTIV: c[3]!,
    ACCOM: c[4]!,
  }),
  AD1: (row, c, d) => ({
    table: 'AD1',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    DATE_INT: d[2]!,
    DATE_INT_TEXT: c[2]!,
    DATE_MATCH: d[3]!,
    DATE_MATCH_TEXT: c[3]!,
    FOSTER_CARE: c[4]!,
    NB_ADOPTR: c[5]!,
    SEX_ADOPTR: c[6]!,
    LS_ADOPTR: c[7]!,
  }),
  PlacedAdoption: (row, c, d) => ({
    table: 'PlacedAdoption',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    DATE_PLACED: d[2]!,
    DATE_PLACED_TEXT: c[2]!,
    DATE_PLACED_CEASED: d[3]!,
    DATE_PLACED_CEASED_TEXT: c[3]!,
    REASON_PLACED_CEASED: c[4]!,
  }),
  PrevPerm: (row, c, d) => ({
    table: 'PrevPerm',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    PREV_PERM: c[2]!,
    LA_PERM: c[3]!,
    DATE_PERM: d[4]!,
    DATE_PERM_TEXT: c[4]!,
  }),
  Missing: (row, c, d) => ({
    table: 'Missing',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    MISSING: c[2]!,
    MIS_START: d[3]!,
    MIS_START_TEXT: c[3]!,
    MIS_END: d[4]!,
    MIS_END_TEXT: c[4]!,
  }),
  SWEpisodes: (row, c, d) => ({
    table: 'SWEpisodes',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    SW_ID: c[2]!,
    SW_DECOM: d[3]!,
    SW_DECOM_TEXT: c[3]!,
    SW_DEC: d[4]!,
    SW_DEC_TEXT: c[4]!,
    SW_REASON: c[5]!,
  }),
  DoLo: (row, c, d) => ({
    table: 'DoLo',
    row,
    CHILD: c[0]!,
    DOB: d[1]!,
    DOB_TEXT: c[1]!,
    DOLO_START: d[2]!,
    DOLO_START_TEXT: c[2]!,
    DOLO_END: d[3]!,
    DOLO_END_TEXT: c[3]!,
  }),
};

/** A row from its cells, one for each column in order; the columns worked out later are unknown. */
export const createRow = <T extends TableName>(table: T, row: number, cells: Cells): Row<T> =>
  CREATE[table](row, cells, cells.map(readDate));

interface WrittenDate {
  readonly text: string;
  readonly day: Day;
}

/**
 * Makes the rows of one table from the cells at some positions of a line (-1 for a column that is missing). Values
 * repeat: each is kept once, so that equal ones compare at once, and each date is read once.
 */
export function createRowMaker(table: TableName, positions?: readonly number[]) {
  const kinds = Object.values(TABLES[table]);
  const from = positions ?? kinds.map((_, at) => at);
  const create = CREATE[table];
  const texts = new Map<string, string>();
  const dates = new Map<string, WrittenDate>();
  const cells: string[] = [];
  const days: Day[] = [];
  const unreadable: Row<TableName>[] = [];
  const kept = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
  const dateOf = (text: string): WrittenDate => {
    const known = dates.get(text);
    if (known) return known;
    const date = { text, day: readDate(text) };
    dates.set(text, date);
    return date;
  };
  return {
    /** Rows with a date that is written but cannot be read. */
    unreadable,
    make(row: number, line: Cells): Row<TableName> {
      let readable = true;
      for (let i = 0; i < kinds.length; i++) {
        const text = line[from[i]!] ?? '';
        cells[i] = text;
        days[i] = Number.NaN;
        if (text === '') continue;
        if (kinds[i] === 'text') cells[i] = kept(text);
        else {
          const date = dateOf(text);
          cells[i] = date.text;
          days[i] = date.day;
          if (Number.isNaN(date.day)) readable = false;
        }
      }
      const made = create(row, cells, days);
      if (!readable) unreadable.push(made);
      return made;
    },
  };
}

/** The date columns of a table. */
export const dateColumns = (table: TableName): readonly string[] =>
  Object.entries(TABLES[table]).flatMap(([column, kind]) => (kind === 'date' ? [column] : []));
