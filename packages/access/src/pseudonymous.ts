import type { JsonSchema, RecordType } from '@cic/core';

/** How a field stands to somebody: as it is, as a month, as a pseudonym, as a mark that something is there, or not at all. */
export type Visibility = 'plain' | 'month' | 'pseudonym' | 'masked' | 'hidden';

const isCoded = ({ enum: codes, format }: JsonSchema): boolean => codes !== undefined || format === 'date';

/** Whether a value of a schema can only be a code, a day, a number or a yes or no: nothing a person is known by. */
function impersonal(schema: JsonSchema): boolean {
  const { type } = schema;
  if (type === 'boolean' || type === 'number' || type === 'integer' || schema.const !== undefined)
    return true;
  if (type === 'string') return isCoded(schema);
  if (type === 'array') return schema.items !== undefined && impersonal(schema.items);
  if (type === 'object') {
    const properties = Object.values(schema.properties ?? {});
    return properties.length > 0 && properties.every(impersonal);
  }
  return false;
}

const BIRTH = /birth|born/i;

/**
 * What of a record somebody sees who may only see pseudonyms. Decided by the schema alone, so that a new field is
 * hidden until its schema says it is a code: the child and the record become pseudonyms, days of birth become months,
 * codes, days, numbers and yes or no stay, everything else is hidden.
 */
export function pseudonymousField(type: RecordType<object>, field: string): Visibility {
  const schema = type.schema.properties?.[field];
  if (!schema) return 'hidden';
  if (field === 'id' || field === 'child') return 'pseudonym';
  if (BIRTH.test(field)) return schema.format === 'date' ? 'month' : 'hidden';
  return impersonal(schema) ? 'plain' : 'hidden';
}
