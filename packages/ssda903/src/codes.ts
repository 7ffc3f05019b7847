/** Code lists that several rules share. Source: the reference's parameters; labels in the schemas. */

export const SHORT_BREAKS: ReadonlySet<string> = new Set(['V3', 'V4']);

export const TEMPORARY_PLACEMENTS: ReadonlySet<string> = new Set(['T0', 'T1', 'T2', 'T3', 'T4']);

/** The placeholder where a foster carer or adopter has no URN of their own. */
export const URN_PLACEHOLDER = 'XXXXXXX';

/** PL_LA of a placement outside England, or one that is confidential. */
export const OUTSIDE_ENGLAND: ReadonlySet<string> = new Set(['CON', 'NIR', 'SCO', 'WAL', 'NUK']);

/** REC of an adoption. */
export const ADOPTED: ReadonlySet<string> = new Set(['E11', 'E12']);

/** PLACE of a child living with the people who are to adopt them. */
export const ADOPTIVE_PLACEMENTS: ReadonlySet<string> = new Set(['A3', 'A4', 'A5', 'A6']);
