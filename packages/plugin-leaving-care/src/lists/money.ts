import {
  addMonths,
  type Child,
  columns,
  dateCell,
  hasRecords,
  type ListDefinition,
  longDate,
  type MeasureContext,
  percentCell,
  pounds,
} from '@cic/core';
import { councilTaxExempt, entitlementsOn, paidIn, taken } from '../facts/money.ts';
import { careLeaverAt } from '../facts/people.ts';
import { codeSets } from '../generated/codeSets.ts';
import { councilTaxScheme, entitlement, localOfferItem } from '../generated/records.ts';
import { offerFor } from '../offer/offer.ts';
import { statusOn, wasUnaccompanied } from '../status/status.ts';

const KIND = codeSets.ENTITLEMENT;

const entitlements: ListDefinition = {
  id: 'entitlements-list',
  title: 'Entitlements of care leavers: taken up, and not',
  columns: columns({
    child: 'Care leaver',
    offerExplained: 'Local offer explained',
    taken: 'Taken up',
    paid: 'Paid in the period',
    flags: 'Not taken up, or never offered',
  }),
  requirements: ['D-LEA-28', 'LVC-06', 'LVC-20'],
  row: (child, context) => {
    const { period, history } = context;
    if (!hasRecords(history, entitlement) || !careLeaverAt(child, period.end, context)) return undefined;
    const offered = entitlementsOn(child, period.end);
    const kinds = new Set(child.records(entitlement).map(({ kind }) => kind));
    const due = offerFor(history, child, period.end).flatMap((item) => item.entitlement ?? []);
    return {
      child: child.id,
      offerExplained: dateCell(
        child.records(entitlement).find(({ kind }) => kind === 'local-offer')?.offered,
      ),
      taken: offered.filter((one) => taken(one, period.end)).map(({ kind }) => KIND.label(kind)),
      paid: pounds(paidIn(child, period)),
      flags: [
        ...offered
          .filter((one) => !taken(one, period.end))
          .map(({ kind, offered: on }) => `${KIND.label(kind)}: offered on ${longDate(on)}`),
        ...[...new Set(due)]
          .filter((kind) => !kinds.has(kind))
          .map((kind) => `${KIND.label(kind)}: never offered`),
      ],
    };
  },
};

const GROUPS: readonly {
  readonly by: string;
  readonly of: (child: Child, context: MeasureContext) => string;
}[] = [
  {
    by: 'Status',
    of: (child, { period }) => codeSets.LEAVING_CARE_STATUS.label(statusOn(child, period.end) ?? 'Not known'),
  },
  {
    by: 'Sex',
    of: ({ sex }) => ({ F: 'Female', M: 'Male', '1': 'Male', '2': 'Female' })[sex] ?? 'Not known',
  },
  { by: 'Unaccompanied', of: (child) => (wasUnaccompanied(child) ? 'Formerly unaccompanied' : 'Others') },
  {
    by: 'Disability',
    of: ({ disabled }) => (disabled === undefined ? 'Not known' : disabled ? 'Disability' : 'No disability'),
  },
  {
    by: 'District',
    of: ({ district }, { council }) =>
      council.districts.find(({ id }) => id === district)?.name ?? 'Not known',
  },
];

/** Payments and take-up by group, so that differences between cohorts and districts are seen. */
const disparity: ListDefinition = {
  id: 'financial-disparity',
  title: 'Money of care leavers by group',
  columns: columns({
    by: 'By',
    group: 'Group',
    careLeavers: 'Care leavers',
    average: 'Paid in the period, on average',
    takenUp: 'Entitlements taken up',
    difference: 'Average against all',
  }),
  requirements: ['LVC-20'],
  *rows(context) {
    const { history, period } = context;
    if (!hasRecords(history, entitlement)) return;
    const leavers = history.children
      .filter((child) => careLeaverAt(child, period.end, context))
      .map((child) => {
        const offered = entitlementsOn(child, period.end);
        return {
          child,
          paid: paidIn(child, period),
          offered: offered.length,
          taken: offered.filter((one) => taken(one, period.end)).length,
        };
      });
    if (leavers.length === 0) return;
    const sum = (of: typeof leavers, what: 'paid' | 'offered' | 'taken') =>
      of.reduce((total, one) => total + one[what], 0);
    const all = sum(leavers, 'paid') / leavers.length;
    for (const { by, of } of GROUPS) {
      const groups = new Map<string, typeof leavers>();
      for (const one of leavers) {
        const group = of(one.child, context);
        groups.set(group, [...(groups.get(group) ?? []), one]);
      }
      for (const [group, some] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
        const average = sum(some, 'paid') / some.length;
        const difference = Math.round(average - all);
        yield {
          by,
          group,
          careLeavers: some.length,
          average: pounds(Math.round(average)),
          takenUp: percentCell(sum(some, 'taken'), sum(some, 'offered')),
          difference: `${difference < 0 ? '-' : '+'}${pounds(Math.abs(difference))}`,
        };
      }
    }
  },
};

const councilTax: ListDefinition = {
  id: 'council-tax-by-district',
  title: 'Council tax exemption by district',
  columns: columns({
    district: 'District',
    agreed: 'Agreed',
    applied: 'In force',
    exempt: 'Care leavers exempt',
    flags: 'To look at',
  }),
  requirements: ['D-LEA-27'],
  rows: (context) => {
    const { history, council, period } = context;
    const schemes = history.otherRecords(councilTaxScheme);
    if (schemes.length === 0) return [];
    const names = new Map(council.districts.map(({ id, name }) => [id, name]));
    for (const { district } of schemes) if (!names.has(district)) names.set(district, district);
    const exempt = history.children.filter(
      (child) => careLeaverAt(child, period.end, context) && councilTaxExempt(child, period.end),
    );
    return [...names].map(([id, name]) => {
      const scheme = schemes.findLast(({ district }) => district === id);
      const inForce =
        scheme?.applied !== undefined &&
        scheme.applied <= period.end &&
        (scheme.end === undefined || scheme.end > period.end);
      return {
        district: name,
        agreed: dateCell(scheme?.agreed),
        applied: dateCell(scheme?.applied),
        exempt: exempt.filter(({ district }) => district === id).length,
        flags: scheme === undefined ? ['no decision yet'] : inForce ? [] : ['agreed, not in force'],
      };
    });
  },
};

const offer: ListDefinition = {
  id: 'local-offer',
  title: 'Local offer to care leavers',
  columns: columns({
    area: 'About',
    title: 'What you can get',
    words: 'What it is',
    who: 'Who it is for',
    amount: 'How much',
    ask: 'Whom to ask',
    flags: 'To look at',
  }),
  requirements: ['D-LEA-28'],
  rows: ({ history, period: { end } }) =>
    history
      .otherRecords(localOfferItem)
      .filter((item) => item.start <= end && (item.end === undefined || item.end > end))
      .map((item) => ({
        area: codeSets.LOCAL_OFFER_AREA.label(item.area),
        title: item.title,
        words: item.words,
        who: [
          ...(item.statuses ?? []).map((code) => codeSets.LEAVING_CARE_STATUS.label(code)),
          ...(item.fromAge === undefined ? [] : [`from ${item.fromAge}`]),
          ...(item.toAge === undefined ? [] : [`up to ${item.toAge}`]),
        ],
        amount: item.amount === undefined ? '' : `up to ${pounds(item.amount)}`,
        ask: item.ask ?? '',
        flags:
          item.reviewDue !== undefined && item.reviewDue <= addMonths(end, 1)
            ? [`review due on ${longDate(item.reviewDue)}`]
            : [],
      })),
};

/** Lists of money and rights. */
export const moneyLists = [entitlements, disparity, councilTax, offer];
