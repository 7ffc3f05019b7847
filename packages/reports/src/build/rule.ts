import type { Building } from './asked.ts';

/** The council's rule on small numbers in words, as it stands under every table that holds a mark (D-SUP-21). */
export function ruleOf({ council: { disclosure }, language }: Building): string {
  const { from, to } = disclosure.suppress;
  return language.say('note.rule', {
    range: language.say('note.range', { from, to }),
    mark: disclosure.symbol,
  });
}
