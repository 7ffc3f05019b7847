import type { Breakdown } from '../breakdowns/breakdown.ts';
import type { Check } from '../checks/check.ts';
import type { CodeSet } from '../codes/codeSet.ts';
import type { Parameter } from '../council/parameter.ts';
import type { Duty } from '../duties/duty.ts';
import type { Child } from '../history/child.ts';
import type { Indicator, MeasureContext } from '../indicators/indicator.ts';
import type { RecordType } from '../records/recordType.ts';
import type { ReportDefinition } from './report.ts';

/** How finely a role sees a record type. */
export type Grain =
  | 'own caseload'
  | 'own team'
  | 'own establishment'
  | 'whole council'
  | 'pseudonymised'
  | 'aggregate only'
  | 'released only';

/** What a role may do with one record type; what is not stated is denied. */
export interface AccessRule {
  readonly role: string;
  /** Id of a record type of this plugin (or of core). */
  readonly record: string;
  readonly read?: Grain;
  readonly write?: Grain;
  readonly hidden?: readonly string[];
  readonly masked?: readonly string[];
}

/** What a list shows in one line, by column id; a list of texts holds flags. */
export type ListCells = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A list with flags that say why each row is on it: a row a child (`row`), or rows about something else, such as schools
 * (`rows`). Pure.
 */
export interface ListDefinition {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly row?: ListRow;
  readonly rows?: (context: MeasureContext) => Iterable<ListCells>;
  readonly requirements?: readonly string[];
  readonly partly?: readonly string[];
}

export type ListRow = (child: Child, context: MeasureContext) => ListCells | undefined;

/** A line of a list, with the child it is about where it is about one. */
export interface ListedRow {
  readonly child?: string;
  readonly cells: ListCells;
}

/** Every row of a list for a period: the children's in the history's order, then the others. */
export function listRows({ row, rows }: ListDefinition, context: MeasureContext): ListedRow[] {
  const listed: ListedRow[] = [];
  if (row) {
    for (const child of context.history.children) {
      const cells = row(child, context);
      if (cells) listed.push({ child: child.id, cells });
    }
  }
  for (const cells of rows?.(context) ?? []) listed.push({ cells });
  return listed;
}

/** Routes that the generic ones cannot say; `app` is the API's router, which core does not know. */
export type PluginRoutes = (app: unknown) => void;

/**
 * Everything a plugin brings, as data. Nothing of it exists anywhere unless the council's configuration names the plugin.
 */
export interface Plugin {
  /** Unique, kebab case: 'education'. */
  readonly id: string;
  readonly title: string;
  /** Other plugins it cannot work without. */
  readonly dependsOn?: readonly string[];
  /** Other plugins it cannot work beside. */
  readonly conflictsWith?: readonly string[];
  readonly records?: readonly RecordType<object>[];
  readonly codeSets?: readonly CodeSet[];
  readonly parameters?: readonly Parameter[];
  readonly breakdowns?: readonly Breakdown[];
  readonly indicators?: readonly Indicator[];
  readonly duties?: readonly Duty[];
  readonly checks?: readonly Check[];
  readonly lists?: readonly ListDefinition[];
  readonly reports?: readonly ReportDefinition[];
  readonly access?: readonly AccessRule[];
  readonly routes?: PluginRoutes;
  /** Requirements that rest on its records or on the plugin as a whole rather than on one literal. */
  readonly meets?: Readonly<Record<string, 'met' | 'partly'>>;
}

/** Gives a plugin's literal its type. */
export const definePlugin = <const P extends Plugin>(plugin: P): P => plugin;
