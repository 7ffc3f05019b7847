import { type Inside, type RecordInput, type RecordType, recordInput } from '@cic/core';
import { type CareLeaverContact, careLeaverContact } from '@cic/core/records';
import * as records from '@cic/plugin-leaving-care/records';
import { madeOf, type SynthPart } from '../part.ts';
import { isCareLeaver, youngPerson } from './known.ts';
import { activitiesOf, arrangementsOf, type Contract, custodyOf, intoUnits, staysOf } from './living.ts';
import { advisersOf, planning, preparationOf, requestsOf, stepsOf, touchesOf } from './plans.ts';
import {
  computersOf,
  drivingOf,
  entitlementsOf,
  immigrationOf,
  noticesOf,
  parenthoodOf,
  placementsOf,
  postsOf,
  transitionsOf,
} from './rights.ts';
import { councilTaxSince, OFFERS, serviceRecords } from './service.ts';

/** Young people for one adviser. (p) */
const CASELOAD = 20;

const leavingCare: SynthPart = {
  id: 'leaving-care',
  make(care, random, options) {
    const { from, until, children, made } = options;
    const contacts = madeOf<CareLeaverContact>(made, careLeaverContact);
    const young = care.children.flatMap(
      (child) => youngPerson(child, contacts.get(child.id) ?? [], from, until) ?? [],
    );
    const workers = Math.max(
      2,
      Math.round(young.filter(({ owedUntil }) => owedUntil >= until - 400).length / CASELOAD),
    );
    const found = new Map<RecordType<object>, object[]>();
    const add = <T extends object>(type: RecordType<T>, some: Iterable<Inside<T>>): void => {
      const all = found.get(type as RecordType<object>) ?? [];
      all.push(...some);
      found.set(type as RecordType<object>, all);
    };
    const stays: Inside<records.CareLeaverAccommodation>[] = [];
    for (const one of young) {
      const own = random.fork(one.child.id);
      const { assessments, plans, reviews } = planning(one, own.fork('plans'));
      const homes = staysOf(one, own.fork('homes'));
      stays.push(...homes);
      add(records.leavingCareAssessment, assessments);
      add(records.pathwayPlan, plans);
      add(records.pathwayReview, reviews);
      add(records.adviserAllocation, advisersOf(one, workers, own.fork('advisers')));
      add(records.keepingInTouch, touchesOf(one, own.fork('touch')));
      add(records.careLeaverActivity, activitiesOf(one, own.fork('activity')));
      add(records.afterCareArrangement, arrangementsOf(one, homes, own.fork('arrangements')));
      add(records.custody, custodyOf(one, homes, own.fork('custody')));
      add(records.independencePreparation, preparationOf(one, own.fork('preparation')));
      add(records.housingStep, stepsOf(one, own.fork('steps')));
      add(records.evictionNotice, noticesOf(one, homes, own.fork('notices')));
      add(records.supportRequest, requestsOf(one, from, own.fork('requests')));
      add(
        records.entitlement,
        entitlementsOf(one, plans.at(-1)?.id, councilTaxSince(from), own.fork('money')),
      );
      add(records.workPlacement, placementsOf(one, from - 365, own.fork('work')));
      add(records.ringFencedPost, postsOf(one, OFFERS, own.fork('posts')));
      add(records.computerIssue, computersOf(one, from, own.fork('computers')));
      add(records.drivingLessons, drivingOf(one, own.fork('driving')));
      add(records.immigrationStatus, immigrationOf(one, own.fork('immigration')));
      add(records.adultTransition, transitionsOf(one, own.fork('transition')));
      add(
        records.parenthood,
        parenthoodOf(one, children[one.child.index]!.firstChildBorn, own.fork('parenthood')),
      );
    }
    const leavers = young.filter(({ child }) => isCareLeaver(child, until)).length;
    const half = Math.max(1, Math.round(leavers * 0.06));
    const contracts: Contract[] = [
      { id: 'SYN-HOUSES', units: half },
      { id: 'SYN-FLATS', units: half },
    ];
    add(records.careLeaverAccommodation, intoUnits(stays, contracts));
    return [
      ...[...found].map(
        ([type, inside]): RecordInput => recordInput({ type, inside: inside as Inside<object>[] }),
      ),
      ...serviceRecords(options, contracts, leavers, random.fork('service')),
    ];
  },
};

/** Records of the leaving care plugin: they agree with the care histories and with the return's care leavers (OC3). */
export const leavingCareParts: readonly SynthPart[] = [leavingCare];
