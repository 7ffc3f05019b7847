/** What ties a person to a child: the property of a record that names the worker, the team or the establishment. */
export interface Assignment {
  readonly record: string;
  readonly property: string;
  readonly kind: 'worker' | 'team' | 'establishment';
  /**
   * `open`: counts from the record's first day until its last. `latest`: counts from its day until a later record of
   * the type names somebody else.
   */
  readonly lasts: 'open' | 'latest';
}

/** Who a child's worker, team and reviewing officer are, by core's records. Plugins and councils add theirs. */
export const coreAssignments: readonly Assignment[] = [
  { record: 'social-worker-episode', property: 'socialWorker', kind: 'worker', lasts: 'open' },
  { record: 'social-worker-episode', property: 'team', kind: 'team', lasts: 'open' },
  { record: 'review', property: 'reviewingOfficer', kind: 'worker', lasts: 'latest' },
  { record: 'episode', property: 'urn', kind: 'establishment', lasts: 'open' },
  // A foster carer's household is a provider.
  { record: 'placement', property: 'provider', kind: 'establishment', lasts: 'open' },
];
