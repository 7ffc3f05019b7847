import { defineParameter } from '@cic/core';
import { COMPLAINTS, MISSING_GUIDANCE } from './sources.ts';

const SECURE = 'Children (Secure Accommodation) Regulations 1991, reg. 15';

/** The limits of this plugin's clocks and counts; a council may set its own, from a day on. */
export const parameters = [
  defineParameter({
    id: 'return-home-interview-days',
    title: 'Return home interview after the child is back (72 hours)',
    unit: 'days',
    default: 3,
    source: MISSING_GUIDANCE,
  }),
  defineParameter({
    id: 'repeat-missing-episodes',
    title: 'Missing episodes that make a child repeatedly missing',
    unit: 'episodes',
    default: 3,
    source: 'local practice: three episodes in 90 days',
  }),
  defineParameter({
    id: 'repeat-missing-days',
    title: 'Time in which they fall',
    unit: 'days',
    default: 90,
    source: 'local practice: three episodes in 90 days',
  }),
  defineParameter({
    id: 'missing-strategy-discussion-working-days',
    title: 'Strategy discussion once a child is repeatedly missing',
    unit: 'working days',
    default: 5,
    source: 'local practice',
  }),
  defineParameter({
    id: 'before-missing-days',
    title: 'How far back to look for what came before a missing episode',
    unit: 'days',
    default: 28,
    source: 'proposed',
  }),
  defineParameter({
    id: 'out-of-area-notification-working-days',
    title: 'Telling the area of a placement made in an emergency',
    unit: 'working days',
    default: 5,
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 13',
  }),
  defineParameter({
    id: 'secure-first-review-months',
    title: 'First review of a secure placement',
    unit: 'months',
    default: 1,
    source: SECURE,
  }),
  defineParameter({
    id: 'secure-later-review-months',
    title: 'Later reviews of a secure placement',
    unit: 'months',
    default: 3,
    source: SECURE,
  }),
  defineParameter({
    id: 'exploitation-review-months',
    title: 'Looking again at a risk of exploitation',
    unit: 'months',
    default: 3,
    source: 'local practice',
  }),
  defineParameter({
    id: 'dispute-working-days',
    title: 'Resolving a formal dispute',
    unit: 'working days',
    default: 20,
    source: 'IRO Handbook (2010), dispute resolution',
  }),
  defineParameter({
    id: 'complaint-stage-1-working-days',
    title: 'Answer to a complaint at stage 1',
    unit: 'working days',
    default: 10,
    source: COMPLAINTS,
  }),
  defineParameter({
    id: 'complaint-stage-1-extended-working-days',
    title: 'Answer at stage 1 where more time was agreed',
    unit: 'working days',
    default: 20,
    source: COMPLAINTS,
  }),
  defineParameter({
    id: 'complaint-stage-2-working-days',
    title: 'Answer to a complaint at stage 2',
    unit: 'working days',
    default: 25,
    source: COMPLAINTS,
  }),
  defineParameter({
    id: 'complaint-stage-2-extended-working-days',
    title: 'Answer at stage 2 where more time was agreed',
    unit: 'working days',
    default: 65,
    source: COMPLAINTS,
  }),
  defineParameter({
    id: 'complaint-stage-3-working-days',
    title: 'Panel at stage 3',
    unit: 'working days',
    default: 30,
    source: COMPLAINTS,
  }),
  defineParameter({
    id: 'serious-incident-working-days',
    title: 'Telling the national panel of a serious incident',
    unit: 'working days',
    default: 5,
    source: 'Children Act 2004, s. 16C; Working Together to Safeguard Children (2023)',
  }),
  defineParameter({
    id: 'protection-conference-working-days',
    title: 'Child protection conference after the strategy discussion',
    unit: 'working days',
    default: 15,
    source: 'Working Together to Safeguard Children (2023)',
  }),
  defineParameter({
    id: 'designated-officer-working-days',
    title: 'Telling the designated officer of an allegation',
    unit: 'working days',
    default: 1,
    source: 'Working Together to Safeguard Children (2023)',
  }),
];
