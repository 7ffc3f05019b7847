import type { Purpose } from './roles.ts';

/** Who asks, as sign-in has established it, and what for. */
export interface Asker {
  /** Identifier of the person or system at the sign-in provider. */
  readonly user: string;
  /** Ids of roles. */
  readonly roles: readonly string[];
  /** The reference by which records name this person: a social worker's, a reviewing officer's. */
  readonly worker?: string;
  /** References of the person's teams. */
  readonly teams?: readonly string[];
  /** References of the person's establishments: a school's unique reference number, a home's. */
  readonly establishments?: readonly string[];
  /** Another agency this person belongs to: what it sees is in sharing agreements only. */
  readonly agency?: string;
  /** Where left out, each role's first purpose. */
  readonly purpose?: Purpose;
  /** Why, in the person's own words. */
  readonly reason?: string;
  /** Where the request came from, for the audit: a route, an address. */
  readonly from?: string;
}

/** A signed agreement by which another agency sees something. Kept by the store. */
export interface SharingAgreement {
  readonly id: string;
  /** The agency it is made with. */
  readonly agency: string;
  readonly purpose: Purpose;
  /** The lawful basis: 'UK GDPR article 6(1)(e); Children Act 2004 section 10'. */
  readonly basis: string;
  /** What it covers; only the fields named are seen. */
  readonly records: readonly { readonly record: string; readonly fields: readonly string[] }[];
  /** Ids of the children it is about; left out where it covers every child with consent. */
  readonly children?: readonly string[];
  /** Whether each child's (or their parent's) consent must be on record for the purpose. */
  readonly needsConsent: boolean;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day. */
  readonly until: string;
}
