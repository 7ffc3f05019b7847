import { pseudonymousField } from '@cic/access';
import type { RecordType } from '@cic/core';
import type { Comparison, Filter, ListOptions, Order } from '@cic/store';
import { z } from '@hono/zod-openapi';

const COMPARISONS = [
  'equal',
  'not-equal',
  'less',
  'at-most',
  'more',
  'at-least',
  'one-of',
  'starts-with',
  'present',
] as const satisfies readonly Comparison[];

const text = z
  .string()
  .max(2000)
  .refine((value) => !/[\0\p{Surrogate}]/u.test(value), 'has characters that are none');

/** The day that is looked at. */
export const asAt = z.iso.date();
/** A day, or a moment with its zone, by whose end something was known. */
export const knownOn = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const limit = z.coerce.number().int().min(1).max(1000);

/** `field.comparison.value`: `start.at-least.2025-04-01`, `legalStatus.one-of.C1,C2`, `end.present.false`. */
function filterFrom(written: string): Filter | undefined {
  const [, field, is, value] = /^([^.]+)\.([a-z-]+)\.(.*)$/s.exec(written) ?? [];
  const comparison = COMPARISONS.find((one) => one === is);
  if (field === undefined || comparison === undefined || value === undefined) return undefined;
  if (comparison === 'present') {
    return value === 'true' || value === 'false'
      ? { field, is: comparison, value: value === 'true' }
      : undefined;
  }
  return { field, is: comparison, value: comparison === 'one-of' ? value.split(',') : value };
}

const orderFrom = (written: string): Order[] =>
  written
    .split(',')
    .map((field) => (field.startsWith('-') ? { field: field.slice(1), descending: true } : { field }));

const parameters = z.strictObject({
  where: z.array(text).optional(),
  order: text.optional(),
  limit: limit.optional(),
  cursor: text.optional(),
  'as-at': asAt.optional(),
  'known-on': knownOn.optional(),
});

const filter = z.strictObject({
  field: text,
  is: z.enum(COMPARISONS),
  value: z.union([text, z.number(), z.boolean(), z.array(z.union([text, z.number()])).max(500)]),
});

/** A question in a body: as in the address, with words to look for. */
export const questionSchema = z.strictObject({
  where: z.array(filter).max(50).optional(),
  search: text.optional(),
  order: z
    .array(z.strictObject({ field: text, descending: z.boolean().optional() }))
    .max(5)
    .optional(),
  limit: limit.optional(),
  cursor: text.optional(),
  asAt: asAt.optional(),
  knownOn: knownOn.optional(),
});

export type Asked = ListOptions | { readonly errors: readonly { path: string; message: string }[] };

const wrong = (path: string, message: string): Asked => ({ errors: [{ path, message }] });

const inBody = (path: string, field: string): Asked =>
  wrong(path, `${field} may be personal: ask by POST to …/query, so that it is in no address`);

const issues = (error: z.ZodError): Asked => ({
  errors: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
});

/** Nothing undefined is left, as the store's options want it. */
const given = <T extends object>(value: T): ListOptions =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as ListOptions;

/**
 * Whether what a field holds may tell who somebody is, or is of a special category: all but codes, days, numbers, yes or
 * no, and ids. Days of birth are among it.
 */
function personal(type: RecordType<object> | undefined, field: string): boolean {
  if (!type?.schema.properties?.[field]) return false;
  const visibility = pseudonymousField(type, field);
  return (
    visibility === 'hidden' ||
    visibility === 'month' ||
    type.sensitivity.properties?.[field] === 'special-category'
  );
}

/**
 * A question from an address. Only codes, days, numbers, yes or no, and ids of records may stand in one: what people are
 * known by would be in every log of addresses between here and the caller, and is asked for in a body.
 */
export function questionFrom(type: RecordType<object> | undefined, query: Record<string, string[]>): Asked {
  const single = Object.entries(query).map(([name, values]) => [name, name === 'where' ? values : values[0]]);
  const parsed = parameters.safeParse(Object.fromEntries(single));
  if (!parsed.success) return issues(parsed.error);
  const { where = [], order, 'as-at': day, 'known-on': known, ...rest } = parsed.data;
  const filters: Filter[] = [];
  for (const [i, written] of where.entries()) {
    const one = filterFrom(written);
    if (!one)
      return wrong(`where.${i}`, `write field.comparison.value, with one of ${COMPARISONS.join(', ')}`);
    if (personal(type, one.field) && one.is !== 'present') return inBody(`where.${i}`, one.field);
    filters.push(one);
  }
  const orders = order === undefined ? [] : orderFrom(order);
  const told = orders.find(({ field }) => personal(type, field));
  if (told) return inBody('order', told.field); // its values stand in the cursors of the pages
  return given({
    ...rest,
    where: filters.length > 0 ? filters : undefined,
    order: orders.length > 0 ? orders : undefined,
    asAt: day,
    knownOn: known,
  });
}

/** A question from a body. */
export function questionFromBody(body: unknown): Asked {
  const parsed = questionSchema.safeParse(body);
  return parsed.success ? given(parsed.data) : issues(parsed.error);
}

/** The time of a question about one record. */
export function timeFrom(query: Record<string, string[]>): Asked {
  const { 'as-at': _day, 'known-on': _known, ...others } = query;
  const other = Object.keys(others)[0];
  return other === undefined ? questionFrom(undefined, query) : wrong(other, 'there is no such parameter');
}
