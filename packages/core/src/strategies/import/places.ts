import type { Action, Objective, Priority } from '../../generated/types.ts';
import type { RowMessage } from './fields.ts';
import type { PlanRow } from './planTable.ts';

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** 'Priority Two – Quality of care' and '6.1 - Education' without what stands before the name. */
const withoutNumber = (heading: string): string =>
  heading.replace(/^(?:(?:priority|development area)\s*\w*|\d+(?:\.\d+)*)\s*[-–—:]\s*/i, '');

const leadingId = (text: string): string | undefined =>
  /^([A-Za-z0-9._:/-]*\d[A-Za-z0-9._:/-]*)\b/.exec(text)?.[1];

interface Place {
  readonly priority: string | undefined;
  readonly objectives: readonly string[];
  readonly set: Partial<Pick<Action, 'priority' | 'objectives'>>;
  readonly rejected: readonly RowMessage[];
}

interface Known {
  readonly strategy: string;
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  /** The priority of rows that name none. */
  readonly otherwise: string | undefined;
}

/** Finds the priority and objectives of rows among a strategy's own; objectives in new words are added under their priority. */
export function placesOf({ strategy, priorities, objectives, otherwise }: Known) {
  const added: Objective[] = [];

  function priorityOf(text: string): Priority | undefined {
    const name = bare(text);
    const short = bare(withoutNumber(text));
    return (
      priorities.find(({ id }) => id.toLowerCase() === text.toLowerCase()) ??
      priorities.find((one) =>
        [one.name, ...(one.printedNames ?? [])].some((n) => bare(n) === name || bare(n) === short),
      ) ??
      priorities.find(({ id }) => id === leadingId(text))
    );
  }

  /** By id, by its words under the row's priority, or by those of another priority that were there before the file. */
  function objectiveOf(text: string, priority: string | undefined): string | undefined {
    const all = [...objectives, ...added];
    const named = all.find(({ id }) => id === text) ?? all.find(({ id }) => id === leadingId(text));
    if (named) return named.id;
    const alike = (one: Objective): boolean =>
      [one.text, one.annexText ?? ''].some((words) => bare(words) === bare(text));
    if (priority === undefined) return all.find(alike)?.id;
    return (all.find((one) => one.priority === priority && alike(one)) ?? objectives.find(alike))?.id;
  }

  function add(text: string, priority: string): string {
    const taken = new Set([...objectives, ...added].map(({ id }) => id));
    let n = 1;
    while (taken.has(`${priority}-o${n}`)) n++;
    const objective: Objective = { id: `${priority}-o${n}`, strategy, priority, text, origin: 'annex' };
    added.push(objective);
    return objective.id;
  }

  function placed(
    row: number,
    inCell: string,
    heading: string | undefined,
  ): { id?: string; rejected: RowMessage[] } {
    const text = inCell || heading || otherwise || '';
    if (text === '') return { rejected: [] };
    const found = priorityOf(text);
    if (found) return { id: found.id, rejected: [] };
    const names = priorities.map(({ id, name }) => `${id} (${name})`).join(', ');
    return {
      rejected: [
        {
          row,
          field: 'priority',
          value: text,
          message: `the strategy has no priority ‘${text}’: it has ${names || 'none'}`,
        },
      ],
    };
  }

  function objectivesIn(
    row: number,
    cell: string,
    priority: string | undefined,
  ): { ids: string[]; rejected: RowMessage[] } {
    const listed = cell.split(/\s*;\s*/).map((part) => objectiveOf(part, priority));
    if (cell === '') return { ids: [], rejected: [] };
    if (listed.every((id) => id !== undefined)) return { ids: [...new Set(listed)], rejected: [] };
    const known = objectiveOf(cell, priority);
    if (known !== undefined) return { ids: [known], rejected: [] };
    if (priority !== undefined) return { ids: [add(cell, priority)], rejected: [] };
    const message = `‘${cell}’ is no objective of the strategy: name its priority, and it is added there`;
    return { ids: [], rejected: [{ row, field: 'objectives', value: cell, message }] };
  }

  return {
    /** The priority and objectives of a row's action. */
    of({ row, cells, heading }: PlanRow): Place {
      const priority = placed(row, cells.priority ?? '', heading);
      const objective = objectivesIn(row, cells.objectives ?? '', priority.id);
      const inferred = priority.id ?? priorityOfObjective(objective.ids[0]);
      return {
        priority: inferred,
        objectives: objective.ids,
        set: {
          ...(inferred === undefined ? {} : { priority: inferred }),
          ...(objective.ids.length === 0 ? {} : { objectives: objective.ids }),
        },
        rejected: [...priority.rejected, ...objective.rejected],
      };
    },

    /** An objective printed without an action is kept. @returns why it cannot be */
    objectiveAlone(row: number, text: string, heading: string | undefined): RowMessage[] {
      const priority = placed(row, '', heading);
      return [...priority.rejected, ...objectivesIn(row, text, priority.id).rejected];
    },

    added: (): readonly Objective[] => added,
  };

  function priorityOfObjective(id: string | undefined): string | undefined {
    return [...objectives, ...added].find((one) => one.id === id)?.priority;
  }
}
