import { addMonths, type Child, type Day, holdsAny, type Inside, openOn } from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
import { codeSets } from '../generated/codeSets.ts';
import {
  type CareLeaverAccommodation,
  careLeaverAccommodation,
  careLeaverActivity,
  type TypeOfAccommodationCode,
} from '../generated/records.ts';

/** Where a fact was found. The plugin's own record wins over the statutory return. */
export type FactSource = 'own-records' | 'statutory-return';

/** How suitability of accommodation is told. */
export interface SuitabilityRule {
  /** Codes of LIVING_ARRANGEMENT that are unsuitable. */
  readonly unsuitable: ReadonlySet<string>;
  /** True where a worker's judgement of the one young person counts before the code. */
  readonly judged: boolean;
  /** As printed beside every figure that rests on it. */
  readonly words: string;
}

const LIST = codeSets.LIVING_ARRANGEMENT;

/**
 * The rule for suitability: with `unsuitable`, the code alone decides; without, what was judged for the young person,
 * and the list's own flag where nobody has.
 */
export function suitabilityRule(unsuitable?: readonly string[]): SuitabilityRule {
  const codes = unsuitable ?? LIST.codes.filter(({ suitable }) => suitable === false).map(({ code }) => code);
  const named = codes.map((code) => `${code} (${LIST.label(code)})`).join(', ');
  return {
    unsuitable: new Set(codes),
    judged: unsuitable === undefined,
    words:
      unsuitable === undefined
        ? `Suitable is what was judged so for the young person; where nobody has judged it, every type but ${named}.`
        : `Suitable is every type but ${named || 'none'}.`,
  };
}

export interface Living {
  readonly kind: TypeOfAccommodationCode;
  readonly source: FactSource;
  /** As judged for this young person; undefined where nobody has. */
  readonly judged: boolean | undefined;
  readonly record?: Inside<CareLeaverAccommodation>;
}

/** Letters of the return's codes, as types of accommodation. */
const OF_LETTER = new Map<string, TypeOfAccommodationCode>(
  LIST.codes.filter(({ code, returnCode }) => code === returnCode).map(({ code }) => [code, code]),
);

/** A code of the return (`U1`) as a type and a judgement; undefined for 'not known'. */
export function fromReturn(code: string | undefined): Living | undefined {
  const kind = OF_LETTER.get(code?.charAt(0) ?? '');
  return kind && { kind, source: 'statutory-return', judged: code!.endsWith('1') };
}

export const isSuitable = ({ kind, judged }: Living, rule: SuitabilityRule): boolean =>
  rule.judged && judged !== undefined ? judged : !rule.unsuitable.has(kind);

/** Where a young person lives on a day by the plugin's own records. */
export function ownLivingOn(child: Child, on: Day): Living | undefined {
  const record = child.records(careLeaverAccommodation).findLast((one) => openOn(one, on));
  return record && { kind: record.kind, source: 'own-records', judged: record.suitable, record };
}

/** Where a young person lives on a day: by the own records, else by the return of the last twelve months. */
export function livingOn(child: Child, on: Day): Living | undefined {
  const own = ownLivingOn(child, on);
  if (own) return own;
  const returned = child.records(careLeaverContact);
  if (returned.length === 0) return undefined;
  const from = addMonths(on, -12);
  return fromReturn(returned.findLast(({ asAt }) => asAt <= on && asAt > from)?.accommodation);
}

/** The main activity on a day by the plugin's own records. */
export const ownActivityOn = (child: Child, on: Day): string | undefined =>
  child.records(careLeaverActivity).findLast((one) => openOn(one, on))?.activity;

/** The main activity on a day: by the own records, else by the return of the last twelve months. */
export function activityOn(child: Child, on: Day): string | undefined {
  const own = ownActivityOn(child, on);
  if (own !== undefined) return own;
  const from = addMonths(on, -12);
  return child.records(careLeaverContact).findLast(({ asAt }) => asAt <= on && asAt > from)?.activity;
}

/** The return's code for where somebody lives: letter, and 1 or 2 for suitable or not. */
export function returnCode(living: Living, rule: SuitabilityRule): string {
  const letter = String(LIST.get(living.kind)?.returnCode ?? living.kind);
  if (letter === 'S' || letter === 'X') return `${letter}2`;
  return `${letter}${isSuitable(living, rule) ? 1 : 2}`;
}

export const knowsLiving = holdsAny(careLeaverAccommodation, careLeaverContact);
