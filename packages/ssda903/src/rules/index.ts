import type { Rule } from '../engine/rule.ts';
import { shortBreakRules } from './short-breaks.ts';

/** Every rule, of all collection years, by code. */
export const rules: readonly Rule[] = [...shortBreakRules].sort((a, b) =>
  a.code.localeCompare(b.code, 'en', { numeric: true }),
);
