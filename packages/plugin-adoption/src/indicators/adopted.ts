import { ceasedIn, type DerivedIndicator, defineIndicator, type Measure, type SchemeCode } from '@cic/core';
import { fromEthnicMinority } from '../journey/siblings.ts';
import type { Adoption } from '../journey/steps.ts';
import { DERBY, SUFFICIENCY } from '../sources.ts';
import { ADOPTED_IN_PERIOD, defineCount, needsEpisodes, perAdoption, THIS_COUNCIL } from './shared.ts';

const adopted = defineCount({
  id: 'children-adopted',
  title: 'Children adopted',
  definition:
    'Children who were adopted in the period: an adoption order on record, else a period of care that ended with reason ' +
    'E11 or E12. The same children are the discharges with reason adopted.',
  population: THIS_COUNCIL,
  polarity: 'higher',
  kind: 'flow',
  source: `${SUFFICIENCY}; ${DERBY}, section 4.2.2`,
  certainty: 'published',
  needs: needsEpisodes,
  requirements: ['ADP-02', 'D-ADO-10'],
  partly: ['D-ADO-11'],
  measure: perAdoption(() => 1),
});

const averageAge = defineIndicator({
  id: 'adopted-average-age',
  title: 'Average age of children adopted',
  definition: 'Mean age in years, to the day, at the adoption order, over children adopted in the period.',
  population: `${ADOPTED_IN_PERIOD} whose date of birth is known`,
  unit: 'years',
  polarity: 'neutral',
  kind: 'flow',
  source: SUFFICIENCY,
  certainty: 'published',
  needs: needsEpisodes,
  requirements: ['D-ADO-13'],
  measure: perAdoption(({ on }, child) =>
    Number.isNaN(child.born) ? undefined : (on - child.born) / 365.25,
  ),
});

const aged = (id: string, age: number, requirements: readonly string[]) =>
  defineCount({
    id,
    title: `Children adopted aged ${age} or over`,
    definition: `Children adopted in the period who were ${age} or over on the day of the order.`,
    population: ADOPTED_IN_PERIOD,
    polarity: 'higher',
    kind: 'flow',
    source: SUFFICIENCY,
    certainty: 'published',
    needs: needsEpisodes,
    requirements,
    measure: perAdoption(({ on }, child) => (child.ageOn(on) >= age ? 1 : undefined)),
  });

const adoptedShare = (
  id: string,
  title: string,
  of: string,
  requirements: readonly string[],
  counts: (adoption: Adoption, child: Parameters<Measure>[0]) => boolean | undefined,
) =>
  defineIndicator({
    id,
    title,
    definition: `Of children adopted in the period, the share ${of}. Over three years it takes three financial years together.`,
    population: `${ADOPTED_IN_PERIOD} for whom it is known`,
    unit: 'percent',
    polarity: 'neutral',
    kind: 'flow',
    source: `${DERBY}, section 7.2.2`,
    certainty: 'published',
    needs: needsEpisodes,
    requirements,
    measure: perAdoption(counts),
  });

const leftForAdoption = defineIndicator({
  id: 'left-care-adopted',
  title: 'Children who left care and were adopted, by the return',
  definition:
    'Of children who ceased to be looked after in the period, the share whose last episode ended with reason E11 or E12.',
  population: 'children who ceased to be looked after in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Adoption scorecard A4; cohorts section 4',
  certainty: 'published',
  needs: needsEpisodes,
  measure: (child, { period }) => {
    const last = ceasedIn(child, period);
    return (
      last && { numerator: /^E1[12]$/.test(last.reasonEpisodeCeased) ? 1 : 0, denominator: 1, on: last.end }
    );
  },
});

/** What adopted children are a share of. The seeds' own percentages name no base. */
export type AdoptedShareBase = 'leavers' | 'in-care' | 'in-year' | '12-months';

const BASES: Readonly<
  Record<AdoptedShareBase, { indicator: string; of: string; codes?: readonly SchemeCode[] }>
> = {
  leavers: {
    indicator: 'ceased-in-year',
    of: 'children who ceased to be looked after in the period',
    codes: [{ scheme: 'Adoption scorecard', code: 'A4' }],
  },
  'in-care': { indicator: 'children-in-care', of: 'children in care on the last day of the period' },
  'in-year': { indicator: 'looked-after-in-year', of: 'children looked after at any time in the period' },
  '12-months': {
    indicator: 'in-care-12-months',
    of: 'children looked after for at least twelve months on the last day of the period',
  },
};

const share = (
  id: string,
  title: string,
  base: AdoptedShareBase,
  requirements: readonly string[],
): DerivedIndicator => {
  const { indicator, of, codes } = BASES[base];
  return {
    id,
    title,
    definition: `Children adopted in the period in percent of ${of}.`,
    population: of,
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: `${DERBY}, section 7.2.1, where the base is not given; cohorts section 4`,
    certainty: base === 'leavers' ? 'published' : 'proposed',
    ...(codes ? { codes } : {}),
    requirements,
    derivedFrom: ['children-adopted', indicator],
    combine: ([count, whole]) => (whole! > 0 ? (count! / whole!) * 100 : null),
  };
};

/** Adopted children as a share, by every base a seed may mean, and the one the council chose under a name of its own. */
export const adoptedShares = (chosen: AdoptedShareBase): readonly DerivedIndicator[] => [
  share('adopted-share', 'Looked after children that were adopted', chosen, ['ADP-03']),
  share('adopted-share-of-leavers', 'Adopted as a share of children leaving care', 'leavers', ['ADP-03']),
  share('adopted-share-of-children-in-care', 'Adopted as a share of children in care', 'in-care', ['ADP-03']),
  share(
    'adopted-share-of-looked-after',
    'Adopted as a share of children looked after in the year',
    'in-year',
    ['ADP-03'],
  ),
  share(
    'adopted-share-of-12-months',
    'Adopted as a share of children looked after for 12 months',
    '12-months',
    ['ADP-03'],
  ),
];

/** Children adopted, and who they are. */
export const adoptedIndicators = [
  adopted,
  averageAge,
  aged('adopted-aged-4-plus', 4, ['D-ADO-13']),
  aged('adopted-aged-5-plus', 5, ['ADP-07']),
  adoptedShare(
    'adoptions-ethnic-minority',
    'Adoptions of children from minority ethnic backgrounds',
    'from any stated ethnic group but White British',
    ['ADP-07'],
    (_, child) => fromEthnicMinority(child),
  ),
  adoptedShare(
    'adoptions-aged-5-plus',
    'Adoptions of children aged 5 and over',
    'aged 5 or over on the day of the order',
    ['ADP-07'],
    ({ on }, child) => (Number.isNaN(child.born) ? undefined : child.ageOn(on) >= 5),
  ),
  leftForAdoption,
];
