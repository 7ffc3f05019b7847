import type { Day } from '@cic/core/dates';

/**
 * The twelve tables of the SSDA903 return and their columns, in the order of the CSV files.
 * `date` columns are read as DD/MM/YYYY; everything else is upper-cased text.
 */
export const TABLES = {
  Header: {
    CHILD: 'text',
    SEX: 'text',
    DOB: 'date',
    ETHNIC: 'text',
    UPN: 'text',
    MOTHER: 'text',
    MC_DOB: 'date',
  },
  Episodes: {
    CHILD: 'text',
    DECOM: 'date',
    RNE: 'text',
    LS: 'text',
    CIN: 'text',
    PLACE: 'text',
    PLACE_PROVIDER: 'text',
    DEC: 'date',
    REC: 'text',
    REASON_PLACE_CHANGE: 'text',
    HOME_POST: 'text',
    PL_POST: 'text',
    URN: 'text',
  },
  Reviews: { CHILD: 'text', DOB: 'date', REVIEW: 'date', REVIEW_CODE: 'text' },
  UASC: { CHILD: 'text', SEX: 'text', DOB: 'date', DUC: 'date' },
  OC2: {
    CHILD: 'text',
    DOB: 'date',
    SDQ_SCORE: 'text',
    SDQ_REASON: 'text',
    CONVICTED: 'text',
    HEALTH_CHECK: 'text',
    IMMUNISATIONS: 'text',
    TEETH_CHECK: 'text',
    HEALTH_ASSESSMENT: 'text',
    SUBSTANCE_MISUSE: 'text',
    INTERVENTION_RECEIVED: 'text',
    INTERVENTION_OFFERED: 'text',
  },
  OC3: { CHILD: 'text', DOB: 'date', IN_TOUCH: 'text', ACTIV: 'text', ACCOM: 'text' },
  AD1: {
    CHILD: 'text',
    DOB: 'date',
    DATE_INT: 'date',
    DATE_MATCH: 'date',
    FOSTER_CARE: 'text',
    NB_ADOPTR: 'text',
    SEX_ADOPTR: 'text',
    LS_ADOPTR: 'text',
  },
  PlacedAdoption: {
    CHILD: 'text',
    DOB: 'date',
    DATE_PLACED: 'date',
    DATE_PLACED_CEASED: 'date',
    REASON_PLACED_CEASED: 'text',
  },
  PrevPerm: { CHILD: 'text', DOB: 'date', PREV_PERM: 'text', LA_PERM: 'text', DATE_PERM: 'date' },
  Missing: { CHILD: 'text', DOB: 'date', MISSING: 'text', MIS_START: 'date', MIS_END: 'date' },
  SWEpisodes: {
    CHILD: 'text',
    DOB: 'date',
    SW_ID: 'text',
    SW_DECOM: 'date',
    SW_DEC: 'date',
    SW_REASON: 'text',
  },
  DoLo: { CHILD: 'text', DOB: 'date', DOLO_START: 'date', DOLO_END: 'date' },
} as const satisfies Record<string, Record<string, 'text' | 'date'>>;

export type TableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Columns that are not in the files but worked out from the rest of the return, see {@link Row}. */
interface Derived {
  Header: {
    /** '1' when the child has a row in the UASC table (CSV) or the element says so (XML), else '0' or what the element holds. */
    UASC: string;
  };
  Episodes: {
    /** Upper-tier authority of the placement postcode, or SCO, WAL, NIR; '' when unknown or no postcode directory was given. */
    PL_LA: string;
    /** IN or OUT of the returning authority; '' when unknown. */
    PL_LOCATION: string;
    /** Miles from home to placement, one decimal; NaN when unknown. */
    PL_DISTANCE: number;
  };
}

type Columns<T extends TableName> = (typeof TABLES)[T];

export type ColumnName<T extends TableName> = (
  | keyof Columns<T>
  | keyof (T extends keyof Derived ? Derived[T] : object)
) &
  string;

type TextColumns<C> = { readonly [K in keyof C as C[K] extends 'text' ? K : never]: string };
type DateColumns<C> = { readonly [K in keyof C as C[K] extends 'date' ? K : never]: Day };
type DateTexts<C> = { readonly [K in keyof C as C[K] extends 'date' ? `${K & string}_TEXT` : never]: string };

/**
 * One data row. Text is upper-cased, '' when blank. A date is a {@link Day}, NaN when blank or unreadable, so that
 * every comparison with it is false; `X_TEXT` beside it holds what was written.
 */
export type Row<T extends TableName> = {
  readonly table: T;
  /** Zero-based data row of its table, in the order of the files given. */
  readonly row: number;
} & TextColumns<Columns<T>> &
  DateColumns<Columns<T>> &
  DateTexts<Columns<T>> &
  (T extends keyof Derived ? Derived[T] : object);

export type AnyRow = { [T in TableName]: Row<T> }[TableName];

/** Where the rows of a table came from, so that a finding can name file and line. */
export interface TableSource {
  readonly file: string;
  /** First row that came from this file. */
  readonly firstRow: number;
  /** Line in the file (1 is the first) of each row, counted from `firstRow`; for XML the line where its element begins. */
  readonly lines?: Uint32Array;
}

export interface Table<T extends TableName> {
  readonly rows: readonly Row<T>[];
  readonly sources: readonly TableSource[];
}

/** A whole return of one collection year; a table that was not given is absent. */
export interface Return {
  readonly format: 'csv' | 'xml';
  readonly tables: { readonly [T in TableName]?: Table<T> };
}
