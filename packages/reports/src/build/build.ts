import {
  type Council,
  contextFor,
  type Day,
  formatIsoDate,
  type HistoryFor,
  type PerformanceBands,
  type Period,
  type ReportAudience,
  type ReportDefinition,
} from '@cic/core';
import type { LedgerEntry } from '@cic/disclosure';
import { bookOf, type FigureBook } from '../figures/book.ts';
import { needsOf } from '../figures/needs.ts';
import { computedFigures, type FigureSource } from '../figures/source.ts';
import { english, type Language } from '../language/language.ts';
import type { BuiltProtection, BuiltReport, BuiltSection } from '../model.ts';
import { type LedgerReader, type ReleasedFigures, releaseFigures } from '../release/release.ts';
import type { StrategyRecords } from '../sections/actions.ts';
import { planSection } from '../sections/plan.ts';
import type { Plan } from '../sections/section.ts';
import type { Building } from './asked.ts';
import { definitionsIn } from './definitions.ts';
import { builtPeriod, knownPart } from './periods.ts';
import { ruleOf } from './rule.ts';
import { buildTable, buildText, noteTable, noteText } from './table.ts';

/** What a report is built with. Nothing is taken from the clock. */
export interface ReportInput {
  readonly council: Council;
  readonly historyFor: HistoryFor;
  /** Where figures come from; computed from the history where left out. They are protected here in either case. */
  readonly figures?: FigureSource;
  /** The last day that is known. */
  readonly asAt: Day;
  readonly period: Period;
  /** Narrower than the definition's own, or the same; its own where left out. */
  readonly audience?: ReportAudience;
  /** When it is made (ISO 8601), as it will be printed. */
  readonly madeAt: string;
  readonly language?: Language;
  /** Performance bands, where the council's framework has them. */
  readonly bands?: readonly PerformanceBands[];
  /** Priorities, objectives and actions, for the improvement plan. */
  readonly strategies?: Partial<StrategyRecords>;
  /** How many periods a course over time shows; 5 where left out. */
  readonly course?: number;
  /** What was released before: the report gives nothing away beside it. */
  readonly ledger?: LedgerReader;
}

/** A report, with what has been released by it and belongs into the ledger. */
export interface MadeReport {
  readonly report: BuiltReport;
  readonly released: readonly LedgerEntry[];
}

function buildingOf(definition: ReportDefinition, input: ReportInput): Building {
  const { council, asAt, period, language = english, bands = [], course = 5 } = input;
  const known = knownPart(period, asAt) ?? period;
  return {
    council,
    language,
    audience: input.audience ?? definition.audience,
    madeFor: definition.audience,
    own: period,
    asAt,
    bands,
    course,
    records: { priorities: [], objectives: [], actions: [], ...input.strategies },
    context: () => contextFor(council, input.historyFor, known),
  };
}

/** Plans with everything they need written down. */
function note(plans: readonly Plan[], building: Building): ReturnType<typeof needsOf> {
  const needs = needsOf(building.council);
  for (const plan of plans) {
    if (plan.kind === 'planned') noteTable(plan, building, needs);
    else if (plan.kind === 'planned text') noteText(plan, building, needs);
  }
  return needs;
}

function sectionOf(plan: Plan, building: Building, book: FigureBook): BuiltSection {
  if (plan.kind === 'planned') return buildTable(plan, building, book);
  return plan.kind === 'planned text' ? buildText(plan, building, book) : plan;
}

const protectionOf = (
  building: Building,
  { primary, secondary }: Pick<ReleasedFigures, 'primary' | 'secondary'>,
): BuiltProtection => ({
  primary,
  secondary,
  mark: building.council.disclosure.symbol,
  rule: ruleOf(building),
});

/**
 * Makes a report of its definition: computes what it needs, once; passes it through disclosure control as a whole, unless it
 * is for operators; and sets it in the words, numbers and days of a language.
 * @throws RangeError naming what there is, for an indicator, breakdown, category, duty or period nobody has
 */
export async function makeReport(definition: ReportDefinition, input: ReportInput): Promise<MadeReport> {
  const building = buildingOf(definition, input);
  const { council, audience, language, own, asAt } = building;
  const plans = definition.sections.map((section) => planSection(section, building));
  const computed = note(plans, building).computedBy(
    input.figures ?? computedFigures(council, input.historyFor),
  );
  const released =
    audience === 'operator'
      ? undefined
      : await releaseFigures(computed, {
          council,
          audience,
          at: formatIsoDate(asAt),
          ...(input.ledger ? { ledger: input.ledger } : {}),
        });
  const book = bookOf(council, released?.results ?? computed);
  const sections = plans.map((plan) => sectionOf(plan, building, book));
  const report: BuiltReport = {
    format: 'cic-report/1',
    id: definition.id,
    title: definition.title,
    council: { id: council.id, name: council.name },
    audience,
    language: language.tag,
    period: builtPeriod(own, language),
    asAt: formatIsoDate(asAt),
    madeAt: input.madeAt,
    sections,
    definitions: definitionsIn(sections, building, plans),
    ...(released ? { protection: protectionOf(building, released) } : {}),
  };
  return { report, released: released?.entries ?? [] };
}

/** The report alone, for whoever keeps no ledger. */
export const buildReport = async (definition: ReportDefinition, input: ReportInput): Promise<BuiltReport> =>
  (await makeReport(definition, input)).report;
