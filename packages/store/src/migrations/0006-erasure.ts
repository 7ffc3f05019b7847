import type { Migration } from './migration.ts';

/** The only ways by which a version of a record leaves the database; the application itself may delete nothing. */
export const erasure: Migration = {
  name: '0006-erasure',
  statements: [
    `create function cic.erase_records(the_council text, the_keys jsonb, the_entry text) returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
      declare gone bigint;
      begin
        perform cic.require_council(the_council);
        if coalesce(length(trim(the_entry::jsonb ->> 'reason')), 0) = 0
            or the_entry::jsonb ->> 'action' is distinct from 'erase' then
          raise exception 'records are erased with a reason' using errcode = 'insufficient_privilege';
        end if;
        delete from cic.assignment a using jsonb_to_recordset(the_keys) as k(type text, id text)
          where a.council = the_council and a.type = k.type and a.record = k.id;
        delete from cic.record r using jsonb_to_recordset(the_keys) as k(type text, id text)
          where r.council = the_council and r.type = k.type and r.id = k.id;
        get diagnostics gone = row_count;
        insert into cic.audit (council, entry) values (the_council, the_entry);
        -- Whoever keeps copies learns from the feed that they have to go.
        insert into cic.change (council, seq, act, kind, type, id, version, child, at)
        select the_council, (select coalesce(max(seq), 0) from cic.change where council = the_council)
            + row_number() over (order by k.type, k.id),
          0, 'erased', k.type, k.id, 0, k.child, (the_entry::jsonb ->> 'at')::timestamptz
        from jsonb_to_recordset(the_keys) as k(type text, id text, child text);
        return gone;
      end $$`,
    'revoke execute on function cic.erase_records from public',
    'grant execute on function cic.erase_records to cic_app',
  ],
};
