import type { Rule } from './rule.ts';

/** Gives a rule's literal its type, so that fields are checked against the tables. */
export const rule = (literal: Rule): Rule => literal;
