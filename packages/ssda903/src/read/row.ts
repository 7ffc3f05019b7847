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
type ReadDate = (text: string) => Day;

/**
 * A row of each table from its cells, which stand in the order of the columns. Written out, so that all rows of a
 * table have one shape in memory and are made as fast as they are read.
 */
const CREATE: { readonly [T in TableName]: (row: number, cells: Cells, date: ReadDate) => Row<T> } = {
  Header: (row, c, date) => ({
    table: 'Header',
    row,
    CHILD: c[0]!,
    SEX: c[1]!,
    DOB: date(c[2]!),
    DOB_TEXT: c[2]!,
    ETHNIC: c[3]!,
    UPN: c[4]!,
    MOTHER: c[5]!,
    MC_DOB: date(c[6]!),
    MC_DOB_TEXT: c[6]!,
    UASC: '',
  }),
  Episodes: (row, c, date) => ({
    table: 'Episodes',
    row,
    CHILD: c[0]!,
    DECOM: date(c[1]!),
    DECOM_TEXT: c[1]!,
    RNE: c[2]!,
    LS: c[3]!,
    CIN: c[4]!,
    PLACE: c[5]!,
    PLACE_PROVIDER: c[6]!,
    DEC: date(c[7]!),
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
  Reviews: (row, c, date) => ({
    table: 'Reviews',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
    DOB_TEXT: c[1]!,
    REVIEW: date(c[2]!),
    REVIEW_TEXT: c[2]!,
    REVIEW_CODE: c[3]!,
  }),
  UASC: (row, c, date) => ({
    table: 'UASC',
    row,
    CHILD: c[0]!,
    SEX: c[1]!,
    DOB: date(c[2]!),
    DOB_TEXT: c[2]!,
    DUC: date(c[3]!),
    DUC_TEXT: c[3]!,
  }),
  OC2: (row, c, date) => ({
    table: 'OC2',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
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
  OC3: (row, c, date) => ({
    table: 'OC3',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
    DOB_TEXT: c[1]!,
    IN_TOUCH: c[2]!,
    ACTIV: c[3]!,
    ACCOM: c[4]!,
  }),
  AD1: (row, c, date) => ({
    table: 'AD1',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
    DOB_TEXT: c[1]!,
    DATE_INT: date(c[2]!),
    DATE_INT_TEXT: c[2]!,
    DATE_MATCH: date(c[3]!),
    DATE_MATCH_TEXT: c[3]!,
    FOSTER_CARE: c[4]!,
    NB_ADOPTR: c[5]!,
    SEX_ADOPTR: c[6]!,
    LS_ADOPTR: c[7]!,
  }),
  PlacedAdoption: (row, c, date) => ({
    table: 'PlacedAdoption',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
    DOB_TEXT: c[1]!,
    DATE_PLACED: date(c[2]!),
    DATE_PLACED_TEXT: c[2]!,
    DATE_PLACED_CEASED: date(c[3]!),
    DATE_PLACED_CEASED_TEXT: c[3]!,
    REASON_PLACED_CEASED: c[4]!,
  }),
  PrevPerm: (row, c, date) => ({
    table: 'PrevPerm',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
    DOB_TEXT: c[1]!,
    PREV_PERM: c[2]!,
    LA_PERM: c[3]!,
    DATE_PERM: date(c[4]!),
    DATE_PERM_TEXT: c[4]!,
  }),
  Missing: (row, c, date) => ({
    table: 'Missing',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
    DOB_TEXT: c[1]!,
    MISSING: c[2]!,
    MIS_START: date(c[3]!),
    MIS_START_TEXT: c[3]!,
    MIS_END: date(c[4]!),
    MIS_END_TEXT: c[4]!,
  }),
  SWEpisodes: (row, c, date) => ({
    table: 'SWEpisodes',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
    DOB_TEXT: c[1]!,
    SW_ID: c[2]!,
    SW_DECOM: date(c[3]!),
    SW_DECOM_TEXT: c[3]!,
    SW_DEC: date(c[4]!),
    SW_DEC_TEXT: c[4]!,
    SW_REASON: c[5]!,
  }),
  DoLo: (row, c, date) => ({
    table: 'DoLo',
    row,
    CHILD: c[0]!,
    DOB: date(c[1]!),
    DOB_TEXT: c[1]!,
    DOLO_START: date(c[2]!),
    DOLO_START_TEXT: c[2]!,
    DOLO_END: date(c[3]!),
    DOLO_END_TEXT: c[3]!,
  }),
};

/** A row from its cells, one for each column in order; the columns worked out later are unknown. */
export const createRow = <T extends TableName>(
  table: T,
  row: number,
  cells: Cells,
  date = readDate,
): Row<T> => CREATE[table](row, cells, date);

/** Makes the rows of one table; dates repeat, so each text is read once. */
export function createRowMaker(table: TableName) {
  const days = new Map<string, Day>();
  const unreadable: Row<TableName>[] = [];
  let readable = true;
  const date = (text: string): Day => {
    if (text === '') return Number.NaN;
    let day = days.get(text);
    if (day === undefined) {
      day = readDate(text);
      days.set(text, day);
    }
    if (Number.isNaN(day)) readable = false;
    return day;
  };
  return {
    /** Rows with a date that is written but cannot be read. */
    unreadable,
    make(row: number, cells: Cells): Row<TableName> {
      readable = true;
      const made = createRow(table, row, cells, date);
      if (!readable) unreadable.push(made);
      return made;
    },
  };
}

/** The date columns of a table. */
export const dateColumns = (table: TableName): readonly string[] =>
  Object.entries(TABLES[table]).flatMap(([column, kind]) => (kind === 'date' ? [column] : []));
