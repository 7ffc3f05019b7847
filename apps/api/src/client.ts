import { hc } from 'hono/client';
import type { Api } from './app.ts';

/**
 * A client of the API whose calls and answers have the types of the routes themselves.
 *
 * @example
 * const api = createClient('https://cic.example.gov.uk');
 * const answer = await api.indicators[':id'].value.$get({ param: { id: 'children-in-care' }, query: {} });
 */
export const createClient = (url: string, options?: Parameters<typeof hc>[1]) => hc<Api>(url, options);
