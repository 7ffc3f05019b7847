import type { Axis, Binding, ChartKind, GridRow, Indicator } from '@cic/core';
import type { BuiltList, BuiltTable, LeftOut } from '../model.ts';

/** Every section but a list and a text becomes one of these: rows by columns of bindings. */
export interface Planned {
  readonly kind: 'planned';
  readonly from: BuiltTable['from'];
  readonly title: string;
  readonly corner: string;
  readonly rows: readonly GridRow[];
  readonly columns: readonly Axis[];
  readonly of?: Binding;
  readonly notes: readonly string[];
  readonly chart?: ChartKind;
  /** Indicators made for this report only. */
  readonly indicators?: readonly Indicator[];
}

export interface PlannedText {
  readonly kind: 'planned text';
  readonly title: string;
  readonly text: string;
  readonly figures: Readonly<Record<string, Binding>>;
}

export type Plan = Planned | PlannedText | BuiltList | LeftOut;
