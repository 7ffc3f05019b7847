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

/** PLACE of a foster placement. */
export const FOSTER_PLACEMENTS: ReadonlySet<string> = new Set(['U1', 'U2', 'U3', 'U4', 'U5', 'U6']);

/** REC of an episode with which a period of care ended: every code but X1. */
export const CARE_CEASED: ReadonlySet<string> = new Set(
  'E2 E3 E4A E4B E5 E6 E7 E8 E9 E11 E12 E13 E14 E15 E16 E17 E41 E45 E46 E47 E48'.split(' '),
);

/** PLACE of the types that Ofsted does not register, so that there is no URN. */
export const WITHOUT_URN: ReadonlySet<string> = new Set(
  'P1 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14'.split(' '),
);
