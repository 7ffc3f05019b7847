import { type Asker, type Grant, grantsFor, type Need, type View, viewOf } from '@cic/access';
import type { RecordType } from '@cic/core';
import type { Sql } from 'sql-template-tag';
import { agreementsWith, londonDay, type StoreContext } from '../context.ts';
import { type Refusal, refuse } from '../problem.ts';

/** One asker at one moment, with everything that decides what they see. */
export interface Asking {
  readonly context: StoreContext;
  readonly asker: Asker;
  readonly moment: Date;
  /** The ways in which the asker may do something with records of a type. */
  readonly grants: (record: string, need: Need) => readonly Grant[];
  /** The asker's view of records of a type; refused where they have none. */
  readonly view: (record: string, need: Need, source: Sql) => View | Refusal;
  /** Records of a type through grants that were given for another: the children one may write visits for. */
  readonly through: (type: RecordType<object>, grants: readonly Grant[], source: Sql) => View;
  readonly type: (record: string) => RecordType<object> | undefined;
}

const unknownType = (context: StoreContext, record: string): Refusal =>
  refuse(
    'unknown-record-type',
    `There is no record type '${record}'; there are: ${[...context.policy.records.keys()].sort().join(', ')}.`,
  );

const VERB: Readonly<Record<Need, string>> = { rows: 'read', figures: 'count', write: 'write' };

export async function startAsking(context: StoreContext, asker: Asker): Promise<Asking> {
  const moment = context.clock();
  const agreements = await agreementsWith(context, asker.agency);
  const circumstances = { council: context.council, on: londonDay(moment), now: moment.toISOString() };
  const grants = (record: string, need: Need) =>
    grantsFor(context.policy, asker, record, need, { agreements, on: circumstances.on });
  const type = (record: string) => context.policy.records.get(record);
  const through = (found: RecordType<object>, given: readonly Grant[], source: Sql) =>
    viewOf({
      ...circumstances,
      policy: context.policy,
      asker,
      type: found,
      grants: given,
      source,
      pseudonymKey: context.pseudonymKey,
    });
  return {
    context,
    asker,
    moment,
    grants,
    through,
    type,
    view(record, need, source) {
      const found = type(record);
      if (!found) return unknownType(context, record);
      const given = grants(record, need);
      if (given.length === 0) {
        const purpose = asker.purpose === undefined ? '' : ` for the purpose '${asker.purpose}'`;
        return refuse(
          'denied',
          `The roles ${asker.roles.map((role) => `'${role}'`).join(', ') || '(none)'} may not ${VERB[need]} records of type '${record}'${purpose}.`,
        );
      }
      return through(found, given, source);
    },
  };
}

/** The purposes for which grants are used, for the audit. */
export const purposesOf = (grants: readonly Grant[]): string =>
  [...new Set(grants.map(({ purpose }) => purpose))].join(', ');
