import type { Looked } from '../figures/book.ts';
import type { MessageKey } from '../language/en.ts';
import type { Language } from '../language/language.ts';
import { periodLabel } from '../language/print.ts';
import type { Asked, Shown } from './asked.ts';

/** A cell without a figure, with the reason in words. */
export const notComputable = (
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, string>> = {},
): Shown => ({
  state: 'not computable',
  value: null,
  printed: language.say('none'),
  reason: language.say(key, values),
});

/** A cell whose figure is held back. Comparisons with a hidden figure are held back as well (D-SUP-23). */
export const suppressed = ({ building: { council, language } }: Asked): Shown => ({
  state: 'suppressed',
  value: null,
  printed: council.disclosure.symbol,
  reason: language.say('reason.suppressed'),
});

const WHY = {
  'no definition': 'reason.noDefinition',
  'nothing recorded': 'reason.nothingRecorded',
  'no breakdown': 'reason.noBreakdown',
} as const satisfies Record<string, MessageKey>;

type Known = Extract<Looked, { readonly state: 'value' }>;

/** What a figure that was looked up makes of a cell: its own words where there is none. */
export function withFigure(asked: Asked, looked: Looked, make: (known: Known) => Shown): Shown {
  const { language } = asked.building;
  switch (looked.state) {
    case 'suppressed':
      return suppressed(asked);
    case 'not computable':
      return notComputable(language, WHY[looked.why], { period: periodLabel(asked.period, language) });
    case 'value':
      return make(looked);
  }
}

/** A figure in print. */
export const figureCell = (value: number, printed: string, more: Partial<Shown> = {}): Shown => ({
  state: 'value',
  value,
  printed,
  ...more,
});

export const words = (printed: string): Shown => ({ state: 'text', value: null, printed });
