import { type Breakdown, type CodeSet, defineBreakdown, fromCodes } from '@cic/core';
import { codeSets } from './generated/codeSets.ts';

const memberAge = defineBreakdown({
  id: 'participation-age',
  title: 'Age of those who take part',
  categories: [
    { id: 'under-9', label: 'Under 9' },
    { id: '9-11', label: '9 to 11' },
    { id: '12-14', label: '12 to 14' },
    { id: '15-18', label: '15 to 18' },
    { id: '19-and-over', label: '19 and over' },
  ],
  of: (child, on) => {
    const age = child.ageOn(on);
    if (Number.isNaN(age)) return undefined;
    if (age < 9) return 'under-9';
    if (age <= 11) return '9-11';
    if (age <= 14) return '12-14';
    return age <= 18 ? '15-18' : '19-and-over';
  },
  requirements: ['ENG-02'],
});

/** Of records that are about no child; their cases bring the category with them. */
const ofCases = (id: string, title: string, codes: CodeSet, ...requirements: string[]): Breakdown =>
  defineBreakdown({ id, title, categories: fromCodes(codes), requirements });

/** Ways to divide who takes part and how. */
export const breakdowns: readonly Breakdown[] = [
  memberAge,
  ofCases('participation-activity-kind', 'Kind of activity', codeSets.ACTIVITY_KIND),
  ofCases('participation-channel', 'How they took part', codeSets.PARTICIPATION_CHANNEL, 'ENG-05'),
  ofCases('ladder-rung', 'Rung on Hart’s ladder', codeSets.HART_RUNG, 'D-ENG-10'),
  ofCases('participation-level', 'Level of participation', codeSets.PARTICIPATION_LEVEL, 'ENG-24'),
  ofCases('engagement-audience', 'Who is asked or speaks', codeSets.ENGAGEMENT_AUDIENCE, 'D-ENG-17'),
  ofCases('procurement-route', 'How services were procured', codeSets.PROCUREMENT_ROUTE, 'ENG-15'),
];
