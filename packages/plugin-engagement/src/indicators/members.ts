import { countOf, defineIndicator, holdsAny, shareOf, within } from '@cic/core';
import { tookPartIn } from '../facts/activities.ts';
import { COUNCIL, isGroupOf, membershipsOn } from '../facts/groups.ts';
import { groupMembership, takingPart } from '../generated/records.ts';
import { DERBY, LEICESTERSHIRE, STRATEGY } from '../sources.ts';
import { ofChildren } from './shared.ts';

const MEMBERS = 'members of a children in care council';
const WITH_MEMBERS = holdsAny(groupMembership);

const members = ofChildren(
  {
    id: 'children-in-care-council-members',
    title: 'Members of the children in care council',
    definition: 'Number of members of the children in care council on the last day of the period.',
    population: MEMBERS,
    unit: 'count',
    kind: 'stock',
    source: `${LEICESTERSHIRE}, section 5`,
    requirements: ['ENG-01', 'ENG-02', 'D-ENG-01'],
    restsOn: [groupMembership],
    needs: WITH_MEMBERS,
  },
  (child, { period }) => countOf(Math.min(1, membershipsOn(child, period.end, COUNCIL).length)),
);

const inAnyGroup = ofChildren(
  {
    id: 'participation-group-members',
    title: 'Young people in participation groups',
    definition: 'Number of young people who belong to any participation group on the last day of the period.',
    population: 'members of any participation group',
    unit: 'count',
    kind: 'stock',
    source: `${LEICESTERSHIRE}, section 5`,
    requirements: ['ENG-02', 'ENG-22'],
    restsOn: [groupMembership],
    needs: WITH_MEMBERS,
  },
  (child, { period }) => countOf(Math.min(1, membershipsOn(child, period.end).length)),
);

const ambassadors = ofChildren(
  {
    id: 'participation-ambassadors',
    title: 'Ambassadors',
    definition:
      'Number of young people who are an ambassador of a participation group on the last day of the period.',
    population: 'members of any participation group',
    unit: 'count',
    kind: 'stock',
    source: `${LEICESTERSHIRE}, section 5 (Find Your Talent)`,
    requirements: ['ENG-20'],
    restsOn: [groupMembership],
    needs: WITH_MEMBERS,
  },
  (child, { period }) =>
    countOf(membershipsOn(child, period.end).some(({ role }) => role === 'ambassador') ? 1 : 0),
);

/** Joining or leaving the council in the period, once a child and group. */
const moves = (which: 'joined' | 'left') =>
  ofChildren(
    {
      id: `children-in-care-council-${which}`,
      title: which === 'joined' ? 'Joined the children in care council' : 'Left the children in care council',
      definition: `Number of memberships of the children in care council that ${which === 'joined' ? 'began' : 'ended'} in the period.`,
      population: MEMBERS,
      unit: 'count',
      polarity: which === 'joined' ? 'higher' : 'neutral',
      source: `${LEICESTERSHIRE}, section 5`,
      requirements: ['ENG-02'],
      restsOn: [groupMembership],
      needs: WITH_MEMBERS,
    },
    (child, { history, period }) => {
      const moved = child
        .records(groupMembership)
        .filter((one) => within(one[which], period) && isGroupOf(history, one.group, COUNCIL));
      return countOf(moved.length, moved.at(-1)?.[which]);
    },
  );

const joined = moves('joined');
const left = moves('left');

const growth = defineIndicator({
  id: 'children-in-care-council-growth',
  title: 'Growth of the children in care council',
  definition:
    'Memberships of the children in care council that began in the period, less those that ended in it.',
  population: MEMBERS,
  unit: 'count',
  polarity: 'higher',
  kind: 'flow',
  source: `${LEICESTERSHIRE}, section 5`,
  certainty: 'proposed',
  requirements: ['ENG-02'],
  derivedFrom: [joined.id, left.id],
  combine: ([began, ended]) => began! - ended!,
});

const support = ofChildren(
  {
    id: 'member-support-provided',
    title: 'Support for members provided',
    definition:
      'Of the needs for support noted for members of participation groups on the last day of the period, the share that is provided.',
    population: 'needs for support of members of participation groups',
    kind: 'stock',
    source: `${LEICESTERSHIRE}, section 5`,
    requirements: ['ENG-03'],
    restsOn: [groupMembership],
    needs: WITH_MEMBERS,
  },
  (child, { period }) => {
    const all = membershipsOn(child, period.end).flatMap(({ support: needed = [] }) => needed);
    return shareOf(all.filter(({ provided }) => provided === true).length, all.length);
  },
);

const IN_CARE = 'children looked after at any time in the period';

const reach = ofChildren(
  {
    id: 'children-in-care-council-reach',
    title: 'Children in care who take part in the children in care council',
    definition:
      'Of children looked after at any time in the period, the share who took part in an activity of the children in care council in it, or were members on its last day.',
    population: IN_CARE,
    source: `${STRATEGY}, priority 1`,
    requirements: ['D-ENG-01'],
    among: 'looked after in the period',
    needs: holdsAny(takingPart, groupMembership),
  },
  (child, { period }) =>
    child.lookedAfterDuring(period.start, period.end)
      ? tookPartIn(child, period).council > 0 || membershipsOn(child, period.end, COUNCIL).length > 0
      : undefined,
);

const anyWay = ofChildren(
  {
    id: 'children-who-took-part',
    title: 'Children in care who took part in any way',
    definition:
      'Of children looked after at any time in the period, the share who took part in any activity or consultation in it.',
    population: IN_CARE,
    source: `${STRATEGY}, children in care council plan; ${DERBY}.2b`,
    requirements: ['D-ENG-02'],
    among: 'looked after in the period',
    needs: holdsAny(takingPart),
  },
  (child, { period }) => {
    if (!child.lookedAfterDuring(period.start, period.end)) return undefined;
    const { council, other } = tookPartIn(child, period);
    return council + other > 0;
  },
);

const otherWays = ofChildren(
  {
    id: 'took-part-outside-council',
    title: 'Took part, but not in the children in care council',
    definition:
      'Number of children and care leavers who took part in an activity or consultation in the period, but in none of the children in care council.',
    population: 'children and care leavers who took part in the period',
    unit: 'count',
    source: `${STRATEGY}, children in care council plan`,
    requirements: ['D-ENG-02'],
    restsOn: [takingPart],
    reach: 0,
  },
  (child, { period }) => {
    const { council, other } = tookPartIn(child, period);
    return countOf(council === 0 && other > 0 ? 1 : 0);
  },
);

const partSupport = ofChildren(
  {
    id: 'taking-part-support-provided',
    title: 'Support to take part provided',
    definition:
      'Of the needs for support noted when children were invited to an activity or consultation in the period, the share that was provided.',
    population: 'needs for support to take part in the period',
    source: `${DERBY}.3b`,
    requirements: ['ENG-03', 'REV-05'],
    restsOn: [takingPart],
    reach: 0,
  },
  (child, { period }) => {
    const all = child
      .records(takingPart)
      .filter(({ on }) => within(on, period))
      .flatMap(({ support: needed = [] }) => needed);
    return shareOf(all.filter(({ provided }) => provided === true).length, all.length);
  },
);

/** Who belongs, and how many children are reached. */
export const memberIndicators = [
  members,
  inAnyGroup,
  ambassadors,
  joined,
  left,
  growth,
  support,
  reach,
  anyWay,
  otherWays,
  partSupport,
];
