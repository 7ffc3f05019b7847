import type { RecordType } from '../records/recordType.ts';
import type { AccessRule, Grain } from './plugin.ts';

/** What else a rule says, beside who reads what and how finely. */
type More = Pick<AccessRule, 'write' | 'hidden' | 'masked'>;

/**
 * What a role may do with each of some record types. A field to hide or to mask is hidden or masked in those that have it.
 *
 * @example
 * const access = [
 *   ...grant('social-worker', [offence, dispute], 'own caseload', { write: 'own caseload' }),
 *   ...grant('analyst', [offence, dispute], 'pseudonymised', { hidden: ['notes'] }),
 * ];
 */
export const grant = (
  role: string,
  records: readonly Pick<RecordType, 'id' | 'schema'>[],
  read: Grain,
  { write, hidden = [], masked = [] }: More = {},
): AccessRule[] =>
  records.map(({ id, schema }) => {
    const own = (fields: readonly string[]) => fields.filter((field) => schema.properties?.[field]);
    const [hides, masks] = [own(hidden), own(masked)];
    return {
      role,
      record: id,
      read,
      ...(write === undefined ? {} : { write }),
      ...(hides.length === 0 ? {} : { hidden: hides }),
      ...(masks.length === 0 ? {} : { masked: masks }),
    };
  });
