import {
  type Child,
  columns,
  type Day,
  type DueItem,
  dutiesOf,
  formatIsoDate,
  type ListCells,
  type ListDefinition,
  type MeasureContext,
} from '@cic/core';
import { carerOn, serviceOn } from '../breakdowns.ts';
import { initialHealthAssessment, reviewHealthAssessment } from '../duties/assessments.ts';
import { sdqYearly } from '../duties/checks.ts';
import { duties } from '../duties/index.ts';
import { isRegistered } from '../facts/registration.ts';
import { scoredByCarer, sdqResult } from '../facts/sdq.ts';
import { dentalChecked, immunised } from '../facts/yearly.ts';
import { codeSets } from '../generated/codeSets.ts';
import { healthAssessment, strengthsAndDifficulties } from '../generated/records.ts';
import { sdqBand } from '../sdq/bands.ts';

/** Cells without those nobody knows. */
export const cells = (
  known: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
): ListCells =>
  Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

export const isoDay = (day: Day | undefined): string | undefined =>
  day === undefined || !Number.isFinite(day) ? undefined : formatIsoDate(day);

const overdue = (child: Child, { council, period }: MeasureContext, of = duties): DueItem[] =>
  dutiesOf(child, of, council, period.end).filter(({ status }) => status === 'overdue');

const titleOf = new Map(duties.map(({ id, title }) => [id, title]));

/** A rise of the score that is worth a look: half of the way from normal to cause for concern and more. Proposed. */
const GREAT_RISE = 8;

/** What the questionnaire of the year says: a high score, a rise, a result that nobody used. */
function* questionnaireFlags(
  child: Child,
  { period: { end }, parameter }: MeasureContext,
): Generator<string> {
  const result = sdqResult(child, end);
  if (result?.score === undefined) return;
  if (result.score >= parameter('sdq-alert-score'))
    yield `Questionnaire score ${result.score}, ${sdqBand(result.score).replaceAll('-', ' ')}`;
  const before = [...scoredByCarer(child, end)].at(-2)?.score;
  if (before !== undefined && result.score - before >= GREAT_RISE)
    yield `Questionnaire score up from ${before} to ${result.score}`;
  const form = child
    .records(strengthsAndDifficulties)
    .findLast(({ informant, completed }) => informant === 'carer' && completed === result.on);
  if (form && !form.usedIn?.length)
    yield `Questionnaire of ${isoDay(result.on)} not used in care plan, assessment or review`;
}

/** Everything that stands out about a child on a day, in words that say why. */
function flagsOf(child: Child, context: MeasureContext): string[] {
  const { end } = context.period;
  const flags = overdue(child, context).map(
    ({ duty, dueOn }) => `${titleOf.get(duty)} overdue since ${isoDay(dueOn)}`,
  );
  if (immunised(child, end)?.so === false) flags.push('Immunisations not up to date');
  flags.push(...questionnaireFlags(child, context));
  if (child.episodeOn(end)?.placementLocation === 'OUT' && !isRegistered(child, 'gp', end))
    flags.push('Placed out of area, no GP recorded');
  return flags;
}

export const healthTracker: ListDefinition = {
  id: 'health-tracker',
  title: 'Health of every child in care',
  columns: columns({
    age: 'Age',
    location: 'Inside or outside the area',
    lastAssessment: 'Last health assessment',
    nextAssessment: 'Next health assessment due',
    dental: 'Dental check in the last twelve months',
    immunisations: 'Immunisations up to date',
    sdq: 'Questionnaire score',
    service: 'Responsible service',
    flags: 'Why this child needs attention',
  }),
  requirements: ['D-HEA-06', 'D-HEA-09', 'HLT-13'],
  row: (child, context) => {
    const { end } = context.period;
    if (!child.isLookedAfter(end)) return undefined;
    const last = child
      .records(healthAssessment)
      .findLast(({ held }) => held !== undefined && held <= end)?.held;
    const next = dutiesOf(
      child,
      [initialHealthAssessment, reviewHealthAssessment],
      context.council,
      end,
    ).find(({ status }) => status === 'due' || status === 'overdue')?.dueOn;
    const dental = dentalChecked(child, end);
    const doses = immunised(child, end);
    return cells({
      age: Number.isNaN(child.born) ? undefined : child.ageOn(end),
      location: child.episodeOn(end)?.placementLocation || undefined,
      lastAssessment: isoDay(last),
      nextAssessment: isoDay(next),
      dental: dental?.so,
      immunisations: doses?.so,
      sdq: sdqResult(child, end)?.score,
      service: labelOfService(serviceOn(child, end)),
      flags: flagsOf(child, context),
    });
  },
};

export const labelOfService = (service: string | undefined): string | undefined =>
  service === undefined ? undefined : codeSets.HEALTH_SERVICE.label(service);

export const overdueAssessments: ListDefinition = {
  id: 'overdue-health-assessments',
  title: 'Overdue health assessments, by responsible service',
  columns: columns({
    service: 'Responsible service',
    assessment: 'Assessment',
    due: 'Due',
    daysOverdue: 'Days overdue',
    requested: 'Asked for',
    flags: 'Where it stands',
  }),
  requirements: ['HLT-03'],
  row: (child, context) => {
    const { end } = context.period;
    if (!child.isLookedAfter(end)) return undefined;
    const [late] = overdue(child, context, [initialHealthAssessment, reviewHealthAssessment]);
    if (!late) return undefined;
    const coming = child
      .records(healthAssessment)
      .findLast(({ held, requested }) => held === undefined && (requested ?? end) <= end);
    const missed = coming?.appointments?.findLast(
      ({ outcome }) => outcome !== undefined && outcome !== 'attended',
    );
    return cells({
      service: labelOfService(serviceOn(child, end)) ?? 'Not known',
      assessment: titleOf.get(late.duty),
      due: isoDay(late.dueOn),
      daysOverdue: -late.daysLeft,
      requested: isoDay(coming?.requested),
      flags: [
        ...(coming ? [] : ['Not asked for']),
        ...(coming?.consent?.given === undefined && coming ? ['No consent recorded'] : []),
        ...(missed
          ? [
              `Appointment ${isoDay(missed.on)}: ${codeSets.HEALTH_APPOINTMENT_OUTCOME.label(missed.outcome!).toLowerCase()}`,
            ]
          : []),
      ],
    });
  },
};

export const questionnairesNotReturned: ListDefinition = {
  id: 'sdq-not-returned',
  title: 'Questionnaires carers have not returned',
  columns: columns({
    carer: 'Kind of carer',
    sent: 'Sent',
    reminders: 'Reminders',
    lastReminder: 'Last reminder',
    due: 'Due',
    flags: 'Next step',
  }),
  requirements: ['HLT-12'],
  row: (child, { period, council }) => {
    const on = period.end;
    if (!child.isLookedAfter(on)) return undefined;
    const clock = dutiesOf(child, [sdqYearly], council, on).at(-1);
    if (clock?.status !== 'due' && clock?.status !== 'overdue') return undefined;
    const open = child
      .records(strengthsAndDifficulties)
      .findLast(
        ({ informant, sent, completed }) =>
          informant === 'carer' &&
          completed === undefined &&
          sent !== undefined &&
          sent >= clock.startedOn &&
          sent <= on,
      );
    const reminders = (open?.reminders ?? []).filter((day) => day <= on);
    return cells({
      carer: codeSets.SDQ_CARER.label(open?.carer ?? carerOn(child, on)),
      sent: isoDay(open?.sent),
      reminders: reminders.length,
      lastReminder: isoDay(reminders.at(-1)),
      due: isoDay(clock.dueOn),
      flags: [
        open ? (reminders.length === 0 ? 'Send a reminder' : 'Ring the carer') : 'Send the questionnaire',
      ],
    });
  },
};
