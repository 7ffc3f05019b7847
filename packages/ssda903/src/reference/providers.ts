import type { Day } from '@cic/core/dates';

/** One entry of Ofsted's lists of children's homes and of social care providers, open or closed. */
export interface Provider {
  /** As text, upper-cased, e.g. SC000001 or 1234567. */
  readonly urn: string;
  /** Placement codes the registration allows (K2, U4 …), trimmed; empty when the list holds none. */
  readonly placementCodes: readonly string[];
  /** PLACE_PROVIDER codes the list allows, trimmed; empty when the list holds none. */
  readonly providerCodes: readonly string[];
  /** Upper-cased without spaces; '' when unknown. */
  readonly postcode: string;
  /** End of registration; NaN while registered. */
  readonly registrationEnd: Day;
  /** Upper-tier authority of the postcode; '' when unknown or no postcode directory was given. */
  readonly authority: string;
}

/** Providers by URN; a URN may stand more than once in the lists. */
export type ProviderList = ReadonlyMap<string, readonly Provider[]>;

/** The list from its entries. */
export function providersByUrn(providers: Iterable<Provider>): ProviderList {
  const byUrn = new Map<string, Provider[]>();
  for (const provider of providers) {
    const same = byUrn.get(provider.urn);
    if (same) same.push(provider);
    else byUrn.set(provider.urn, [provider]);
  }
  return byUrn;
}
