import { academicYear, financialYear } from '@cic/core';
import { holdsOnAnything } from '../../tooling/src/pluginTests.ts';
import { education } from '../src/index.ts';

const plugin = education();
const comparators = plugin.indicators!.flatMap(({ id }) =>
  id.endsWith('-gap')
    ? [2012, 2018, 2024].map((end) => ({
        indicator: id.slice(0, -'-gap'.length),
        comparator: 'all-children' as const,
        period: {
          kind: 'academic-year' as const,
          start: `${end - 1}-09-01` as const,
          end: `${end}-08-31` as const,
        },
        value: 60,
      }))
    : [],
);
/** Subjects, grades and schools that mean something to the plugin. */
const WORDS = {
  texts: {
    subject: [
      'english',
      'english-language',
      'maths',
      'reading',
      'writing',
      'grammar-punctuation-and-spelling',
      'phonics',
      'good-level-of-development',
      'progress-8',
    ],
    grade: ['9', '5', '4', '1', 'A*', 'C', 'G', 'U', 'X', 'EXS', 'WTS', '4B', '2', '5-4', 'zz'],
    school: ['a', 'b', 'school-1'],
  },
  often: { stage: ['KS4', 'KS2', 'EYFSP'], status: ['result'], subject: ['progress-8', 'english', 'maths'] },
  secondTime: { grade: '7' },
};

holdsOnAnything({
  plugin,
  periods: [academicYear(2012), financialYear(2019), academicYear(2024), academicYear(2018)],
  by: [['key-stage'], ['setting', 'school-location'], ['age'], ['reason-for-school-move']],
  config: { comparators },
  hostile: WORDS,
});
