import { rules } from '../rules/index.ts';
import type { Rule } from './rule.ts';

export const ruleByCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** Whether a rule belongs to a collection year. */
export const appliesTo = ({ years: [from, to = Number.POSITIVE_INFINITY] }: Rule, year: number): boolean =>
  year >= from && year <= to;

/** The rules of a collection year, by code. */
export const rulesOf = (year: number): readonly Rule[] => rules.filter((rule) => appliesTo(rule, year));
