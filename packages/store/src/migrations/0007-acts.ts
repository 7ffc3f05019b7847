import type { Migration } from './migration.ts';

/**
 * An act in one statement, so that the lock on the order of commits is held while the database works and commits, and
 * not while it waits for the application. Everything runs with the rights of whoever calls.
 */
export const acts: Migration = {
  name: '0007-acts',
  statements: [
    `create function cic.open_act(the_council text, the_act jsonb) returns bigint language sql as $$
      insert into cic.act (council, kind, at, by_user, reason, feed, digest, undoes)
      select the_council, a.kind, a.at, a.by, a.reason, a.feed, a.digest, a.undoes
      from jsonb_to_record(the_act) as a(kind text, at timestamptz, by text, reason text, feed text, digest text,
        undoes bigint)
      returning id
    $$`,
    // CIC01 names, in its detail, the records that are not at the version expected.
    `create function cic.write_records(the_council text, the_number bigint, the_act jsonb, the_changes jsonb)
    returns void language plpgsql as $$
      declare
        the_moment timestamptz := the_act ->> 'at';
        overtaken jsonb;
      begin
        with input as (
          select * from jsonb_to_recordset(the_changes) as i(type text, id text, child text, valid_from date,
            valid_until date, data jsonb, deleted boolean, feed text, expect integer)
        ), before as (
          update cic.record r
          set superseded_at = greatest(the_moment, r.recorded_at + interval '1 microsecond')
          from input i
          where r.council = the_council and r.type = i.type and r.id = i.id and r.version = i.expect
            and r.superseded_at is null
          returning r.type, r.id, r.superseded_at
        ), written as (
          insert into cic.record (council, type, id, version, child, valid_from, valid_until, data, deleted, feed,
            recorded_at, recorded_by, act)
          select the_council, i.type, i.id, i.expect + 1, i.child, i.valid_from, i.valid_until, i.data, i.deleted,
            i.feed, coalesce(b.superseded_at, the_moment), the_act ->> 'by', the_number
          from input i left join before b on b.type = i.type and b.id = i.id
          where i.expect = 0 or b.id is not null
          returning type, id
        )
        select jsonb_agg(jsonb_build_object('type', i.type, 'id', i.id)) into overtaken
        from input i left join written w on w.type = i.type and w.id = i.id
        where w.id is null;
        if overtaken is not null then
          raise exception 'records have been changed meanwhile' using errcode = 'CIC01', detail = overtaken::text;
        end if;
      end $$`,
    // The entry comes in two halves: between them stands the number, which only this function knows.
    `create function cic.write_act(the_council text, the_act jsonb, the_changes jsonb, the_entry text[])
    returns bigint language plpgsql as $$
      declare the_number bigint := cic.open_act(the_council, the_act);
      begin
        perform cic.write_records(the_council, the_number, the_act, the_changes);
        perform cic.close_act(the_council, the_number, the_entry[1] || the_number || the_entry[2]);
        return the_number;
      end $$`,
    ...['open_act', 'write_records', 'write_act'].flatMap((name) => [
      `revoke execute on function cic.${name} from public`,
      `grant execute on function cic.${name} to cic_app`,
    ]),
  ],
};
