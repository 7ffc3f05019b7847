import { describe, expect, it } from 'vitest';
import { addMonths, day } from '../dates/day.ts';
import { onceFrom } from '../duties/clocks.ts';
import { defineDuty } from '../duties/duty.ts';
import { review, view } from '../generated/records.ts';
import { defineIndicator } from '../indicators/indicator.ts';
import { definePlugin, type Plugin } from '../plugin/plugin.ts';
import { defineRecord } from '../records/recordType.ts';
import { aCouncil } from './builders.ts';
import { conformance, leftBehind } from './conformance.ts';

/** A council's own plugin, as small as it can be: what children in care want for lunch. */
const lunch = definePlugin({
  id: 'lunch',
  title: 'Lunch',
  records: [defineRecord({ ...view, id: 'lunch-view' })],
  indicators: [
    defineIndicator({
      id: 'lunch-asked',
      title: 'Children asked about lunch',
      definition: 'Share of children in care on the last day of the period who were ever asked about lunch.',
      population: 'children in care on the last day of the period',
      unit: 'percent',
      polarity: 'higher',
      kind: 'stock',
      source: 'a test',
      certainty: 'proposed',
      measure: (child, { period }) =>
        child.isLookedAfter(period.end) ? child.records(view).length > 0 : undefined,
    }),
  ],
  duties: [
    defineDuty({
      id: 'ask-about-lunch',
      title: 'Ask about lunch',
      definition: 'Every child is asked within a month of coming into care.',
      source: 'a test',
      evidence: [view],
      *events(child) {
        for (const { start, end } of child.periodsOfCare) yield onceFrom(start, addMonths(start, 1), [], end);
      },
    }),
  ],
});

describe('the conformance kit', () => {
  it('finds nothing wrong with a plugin that keeps the contract', () => {
    expect(conformance(lunch)).toEqual([]);
  });

  it('leaves nothing of a plugin behind that is not enabled [CFG-01]', () => {
    expect(leftBehind(lunch, aCouncil())).toEqual([]);
    expect(leftBehind(lunch, aCouncil({ plugins: [lunch] }))).toEqual([
      "record 'lunch-view'",
      "indicator 'lunch-asked'",
      "duty 'ask-about-lunch'",
      "indicator 'ask-about-lunch-on-time'",
    ]);
  });

  it('names every breach of a plugin that does not', () => {
    const [asked] = lunch.indicators;
    const broken: Plugin = {
      id: 'broken',
      title: 'Broken',
      records: [defineRecord({ ...review, id: 'no-example', schema: {} })],
      indicators: [
        { ...asked, id: 'counts-others', restsOn: [view] },
        { ...asked, id: 'Too_Many', measure: () => ({ numerator: 2, denominator: 1 }) },
        {
          ...asked,
          id: 'throws',
          source: ' ',
          measure: () => {
            throw new Error('no');
          },
        },
      ],
      duties: [
        defineDuty({
          id: 'backwards',
          title: 'Backwards',
          definition: 'Due before it starts.',
          source: 'a test',
          evidence: [review],
          events: () => [{ startedOn: day('2012-01-02'), dueOn: day('2012-01-01') }],
        }),
      ],
      checks: [{ id: 'blind', title: 'Blind', record: 'view', fix: 'Look.' }],
      reports: [
        {
          id: 'lost',
          title: 'Lost',
          audience: 'board',
          sections: [{ kind: 'scorecard', title: 'Nothing', indicators: ['nobody-has-this'] }],
        },
      ],
      access: [
        { role: 'social-worker', record: 'nobody-has-this' },
        { role: 'social-worker', record: 'no-example', hidden: ['colour'] },
        { role: 'social-worker', record: 'no-example', masked: ['id'] },
      ],
    };
    const problems = conformance(broken);
    for (const said of [
      "indicator 'Too_Many': an id is small letters, digits and hyphens",
      "indicator 'throws' has no source",
      "record 'no-example' has no example in its schema",
      "report 'lost', section 'Nothing' names indicator 'nobody-has-this', which does not exist",
      "access rule of role 'social-worker' on 'nobody-has-this': that record does not exist",
      "access rule of role 'social-worker' on 'no-example': 'no-example' has no field 'colour'",
      "access rule of role 'social-worker' on 'no-example': there are two",
      "indicator 'throws' throws: no",
      "indicator 'counts-others' in 2017/18 counts somebody it says it cannot count",
      "duty 'backwards' is due before it starts",
      "check 'blind' looks at nothing: it needs find or findOthers",
    ]) {
      expect(problems).toContain(said);
    }
    expect(problems.some((problem) => problem.includes('is above the population'))).toBe(true);
  });

  it('passes on why a plugin cannot be put together', () => {
    expect(conformance({ ...lunch, dependsOn: ['kitchen'] })).toEqual([
      "plugin 'lunch' needs plugin 'kitchen': add it to the council's plugins, or take 'lunch' out",
    ]);
  });
});
