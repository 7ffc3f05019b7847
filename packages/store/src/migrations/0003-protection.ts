import { councilOnly } from './0001-records.ts';
import type { Migration } from './migration.ts';

export const protection: Migration = {
  name: '0003-protection',
  statements: [
    `create table cic.restriction (
      council text not null,
      id bigint generated always as identity,
      child text not null,
      kind text not null check (kind in ('restricted', 'sealed', 'protected-address')),
      open_to_users text[] not null default '{}',
      open_to_roles text[] not null default '{}',
      reason text not null,
      by_user text not null,
      at timestamptz not null,
      ended_at timestamptz,
      primary key (council, id)
    )`,
    'create index restriction_open on cic.restriction (council, kind) where ended_at is null',
    ...councilOnly('cic.restriction'),
    'grant select, insert on cic.restriction to cic_app',
    'grant update (ended_at) on cic.restriction to cic_app',

    `create table cic.break_glass (
      council text not null,
      id bigint generated always as identity,
      child text not null,
      by_user text not null,
      reason text not null,
      at timestamptz not null,
      until timestamptz not null,
      reviewed_by text,
      reviewed_at timestamptz,
      outcome text,
      primary key (council, id)
    )`,
    'create index break_glass_user on cic.break_glass (council, by_user, until)',
    ...councilOnly('cic.break_glass'),
    'grant select, insert on cic.break_glass to cic_app',
    'grant update (reviewed_by, reviewed_at, outcome) on cic.break_glass to cic_app',

    `create table cic.sealed_link (
      council text not null,
      earlier text not null,
      present text not null,
      adopted_on date not null,
      at timestamptz not null,
      by_user text not null,
      primary key (council, earlier)
    )`,
    'create unique index on cic.sealed_link (council, present)',
    ...councilOnly('cic.sealed_link'),
    `create function cic.seal_link(the_council text, earlier text, present text, adopted date, at timestamptz, by_user text)
    returns void language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform cic.require_council(the_council);
        insert into cic.sealed_link values (the_council, earlier, present, adopted, at, by_user);
      end $$`,
    'revoke execute on function cic.seal_link from public',
    'grant execute on function cic.seal_link to cic_app',
    `create function cic.open_sealed_link(the_council text, the_child text, the_entry text)
    returns table (earlier text, present text, adopted_on text)
    language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform cic.require_council(the_council);
        if coalesce(length(trim(the_entry::jsonb ->> 'reason')), 0) = 0
            or the_entry::jsonb ->> 'action' is distinct from 'open sealed link' then
          raise exception 'a sealed link is opened with a reason' using errcode = 'insufficient_privilege';
        end if;
        insert into cic.audit (council, entry) values (the_council, the_entry);
        return query select l.earlier, l.present, l.adopted_on::text from cic.sealed_link l
          where l.council = the_council and the_child in (l.earlier, l.present);
      end $$`,
    'revoke execute on function cic.open_sealed_link from public',
    'grant execute on function cic.open_sealed_link to cic_app',

    `create table cic.assignment_source (
      type text not null,
      property text not null,
      kind text not null check (kind in ('worker', 'team', 'establishment')),
      latest boolean not null,
      primary key (type, property, kind)
    )`,
    'grant select on cic.assignment_source to cic_app',
    `create table cic.assignment (
      council text not null,
      child text not null,
      kind text not null,
      key text not null,
      type text not null,
      property text not null,
      latest boolean not null,
      record text not null,
      valid_from date,
      valid_until date,
      primary key (council, type, record, property, kind)
    )`,
    'create index assignment_key on cic.assignment (council, kind, key)',
    'create index assignment_child on cic.assignment (council, child, type, property)',
    ...councilOnly('cic.assignment'),
    'grant select on cic.assignment to cic_app',
    `create function cic.assign() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
      begin
        if not exists (select from cic.assignment_source s where s.type = new.type) then return null; end if;
        delete from cic.assignment a where a.council = new.council and a.type = new.type and a.record = new.id;
        if new.superseded_at is null and not new.deleted and new.child is not null then
          insert into cic.assignment
          select new.council, new.child, s.kind, new.data ->> s.property, new.type, s.property, s.latest, new.id,
            new.valid_from, new.valid_until
          from cic.assignment_source s where s.type = new.type and new.data ->> s.property is not null;
        end if;
        return null;
      end $$`,
    'create trigger assign after insert on cic.record for each row execute function cic.assign()',
    'revoke execute on function cic.assign from public',
    `create function cic.set_assignment_sources(sources jsonb) returns void language plpgsql as $$
      begin
        delete from cic.assignment_source s where not exists (
          select from jsonb_to_recordset(sources) as n(type text, property text, kind text, latest boolean)
          where (n.type, n.property, n.kind, n.latest) = (s.type, s.property, s.kind, s.latest));
        delete from cic.assignment a where not exists (
          select from cic.assignment_source s where (s.type, s.property, s.kind) = (a.type, a.property, a.kind));
        with added as (
          insert into cic.assignment_source (type, property, kind, latest)
          select n.type, n.property, n.kind, n.latest
          from jsonb_to_recordset(sources) as n(type text, property text, kind text, latest boolean)
          on conflict do nothing returning *)
        insert into cic.assignment
        select r.council, r.child, s.kind, r.data ->> s.property, r.type, s.property, s.latest, r.id,
          r.valid_from, r.valid_until
        from added s join cic.record r on r.type = s.type
        where r.superseded_at is null and not r.deleted and r.child is not null and r.data ->> s.property is not null;
      end $$`,
    'revoke execute on function cic.set_assignment_sources from public',
  ],
};
