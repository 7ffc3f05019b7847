import { calendarDate, formatIsoDate, type Inside, OPEN, recordInput } from '@cic/core';
import {
  type PopulationEstimate,
  populationEstimate,
  type ResponsibleArea,
  responsibleArea,
  type SiblingGroup,
  siblingGroup,
} from '@cic/core/records';
import { RATE } from '../national.ts';
import { partPerChild, type SynthPart } from './part.ts';

/** Of children in care for long, those whose case another district had before. (p) */
const MOVED = 0.04;

/** Which district is responsible for a child, since when. */
const responsibleAreas = partPerChild(
  'areas',
  responsibleArea,
  function* (child, random, { council, until }): Generator<Inside<ResponsibleArea>> {
    const area = child.district;
    const care = child.periodsOfCare.at(-1);
    if (area === '' || !care) return;
    const others = council.districts.filter(({ id }) => id !== area);
    const middle = care.start + Math.round((Math.min(care.end, until) - care.start) / 2);
    if (others.length > 0 && middle - care.start > 200 && random.chance(MOVED)) {
      yield { child: child.id, area: random.pick(others).id, start: care.start, end: middle };
      yield { child: child.id, area, start: middle };
    } else
      yield { child: child.id, area, start: care.start, ...(care.end === OPEN ? {} : { end: care.end }) };
  },
);

/** Brothers and sisters in care, and whether they are meant to live together. */
const siblings: SynthPart = {
  id: 'siblings',
  make: (care, random, { children }) => {
    const families = new Map<number, number[]>();
    children.forEach(({ family }, i) => {
      const known = families.get(family);
      if (known) known.push(i);
      else families.set(family, [i]);
    });
    const records: SiblingGroup[] = [];
    for (const [family, members] of families) {
      if (members.length < 2) continue;
      const own = random.fork(family);
      const periods = members.map((i) => care.children[i]!.periodsOfCare[0]);
      const start = periods[0]?.start;
      if (start === undefined) continue;
      records.push({
        id: `siblings-${records.length + 1}`,
        members: members.map((i, position) => {
          const end = periods[position]?.end ?? OPEN;
          return {
            child: children[i]!.id,
            start: formatIsoDate(periods[position]?.start ?? start),
            ...(end === OPEN ? {} : { end: formatIsoDate(end) }),
          };
        }),
        planned: own.weighted([
          ['together', 55],
          ['part', 12],
          ['apart', 23],
          ['not-assessed', 10],
        ]),
      });
    }
    return [recordInput({ type: siblingGroup, records })];
  },
};

/** Mid-year estimates of children by district and for the council, so that the rate is about the national one. */
const population: SynthPart = {
  id: 'population',
  make: (care, random, { from, until, council }) => {
    let inCare = 0;
    for (const child of care.children) if (child.isLookedAfter(until)) inCare++;
    const children = Math.round(inCare / RATE);
    const total = council.districts.reduce((sum, { share }) => sum + share, 0);
    const records: PopulationEstimate[] = [];
    for (let year = calendarDate(from).year; year <= calendarDate(until).year; year++) {
      const own = random.fork(year);
      let sum = 0;
      for (const { id, share } of council.districts) {
        const people = Math.round((children * share * own.normal(1, 0.005)) / total);
        sum += people;
        records.push({ area: id, year, children: people });
      }
      records.push({ area: council.id, year, children: sum || children });
    }
    return [recordInput({ type: populationEstimate, records })];
  },
};

export const areas: readonly SynthPart[] = [responsibleAreas, siblings, population];
