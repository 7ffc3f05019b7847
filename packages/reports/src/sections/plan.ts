import { type GridSection, listRows, type ReportSection } from '@cic/core';
import type { Building } from '../build/asked.ts';
import { planActions } from './actions.ts';
import { planBreakdown } from './breakdown.ts';
import { planDuties } from './duties.ts';
import { planScorecard } from './scorecard.ts';
import type { Plan, Planned } from './section.ts';

const planGrid = (section: GridSection, { language }: Building): Planned => ({
  kind: 'planned',
  from: 'grid',
  title: section.title,
  corner: section.corner ?? language.say('column.measure'),
  rows: section.rows,
  columns: section.columns,
  ...(section.of ? { of: section.of } : {}),
  notes: section.note === undefined ? [] : [section.note],
  ...(section.chart ? { chart: section.chart } : {}),
});

/** What of a section is to be built, for an audience. Lists of children are for operators, whoever's report they stand in. */
export function planSection(section: ReportSection, building: Building): Plan {
  switch (section.kind) {
    case 'text':
      return {
        kind: 'planned text',
        title: section.title,
        text: section.text,
        figures: section.figures ?? {},
      };
    case 'scorecard':
      return planScorecard(section, building);
    case 'breakdown':
      return planBreakdown(section, building);
    case 'grid':
      return planGrid(section, building);
    case 'duties':
      return planDuties(section, building);
    case 'actions':
      return planActions(section, building);
    case 'list':
      return planList(section, building);
  }
}

/** A list about no child, such as a local offer, is given to whom its report was made for. */
function planList(
  { title, list }: Extract<ReportSection, { readonly kind: 'list' }>,
  building: Building,
): Plan {
  const ofChildren = list.row !== undefined || building.madeFor === 'operator';
  if (building.audience !== 'operator' && (ofChildren || building.audience !== building.madeFor))
    return { kind: 'left out', title, reason: building.language.say('leftOut.children') };
  return { kind: 'list', title, columns: list.columns, rows: listRows(list, building.context()) };
}
