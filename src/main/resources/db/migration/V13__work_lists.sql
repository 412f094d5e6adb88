-- What the lists of work need of a dossier's clock (docs/decisions: lists by the clock). A dossier that is not finished has a row for
-- each agency that has to do with it, kept in the transaction of every act that changes it. It holds instants and no
-- classes: whether a dossier is late is asked of the one "now", so the lists are right when no job has run.
create table dossier_due (
  agency varchar(64) not null,
  dossier_id bigint not null references dossier (id),
  number varchar(64) not null,
  paused boolean not null,
  near_at timestamptz,
  end_at timestamptz,
  appointment timestamptz,
  ready_at timestamptz,
  primary key (agency, dossier_id)
);
create index dossier_due_dossier on dossier_due (dossier_id);
create index dossier_due_end on dossier_due (agency, end_at, number) where end_at is not null;
create index dossier_due_near on dossier_due (agency, near_at, end_at, number) where near_at is not null;
create index dossier_due_paused on dossier_due (agency, number) where paused;
create index dossier_due_ready on dossier_due (agency, ready_at, appointment, number) where ready_at is not null;

-- Those that need rows there: finished ones cost nothing.
create index dossier_unfinished on dossier (id) where state in (1, 2, 4, 5, 6, 9);

-- By what a dossier is found: words of the names, parts of its number, telephone and id numbers, each behind the agency
-- that may find it, so that a search costs what the agency's own matches cost and another agency's are not even read.
-- Names are stored without marks and case already (dossier.words).
-- The function calls no other of ours: PostgreSQL builds the index below without our schema in its path.
create function dossier_found_by(
  agency text, words text, number text,
  owner_phone text, submitter_phone text, owner_id text, submitter_id text
) returns tsvector language sql immutable as $$
  select array_to_tsvector(array(
    select distinct agency || '/' || word
    from unnest(
      string_to_array(words, ' ')
      || regexp_split_to_array(lower(number), '[^a-z0-9.]+')
      || array[
        regexp_replace(regexp_replace(coalesce(owner_phone, ''), '[^0-9]', '', 'g'), '^84(?=[0-9]{9,}$)', '0'),
        regexp_replace(regexp_replace(coalesce(submitter_phone, ''), '[^0-9]', '', 'g'), '^84(?=[0-9]{9,}$)', '0'),
        regexp_replace(lower(coalesce(owner_id, '')), '[^a-z0-9]', '', 'g'),
        regexp_replace(lower(coalesce(submitter_id, '')), '[^a-z0-9]', '', 'g')]) word
    where word <> ''))
$$;

alter table dossier_agency add column found_by tsvector;
update dossier_agency a set found_by = dossier_found_by(a.agency, d.words, d.number, d.owner_phone, d.submitter_phone,
    d.owner_id_number, d.submitter_id_number)
  from dossier d where d.id = a.dossier_id;
alter table dossier_agency alter column found_by set not null;
create index dossier_agency_found_by on dossier_agency using gin (found_by);

-- For those who read every dossier of the province.
drop index dossier_words;
create index dossier_found_by_all on dossier using gin (dossier_found_by('', words, number, owner_phone, submitter_phone,
  owner_id_number, submitter_id_number));

-- Which filters of Tasklist the house has made, and what they were when it did: one that an administrator changed or
-- deleted since is left as it is.
create table provisioned_filter (
  key varchar(64) primary key,
  filter_id varchar(64) not null,
  made_as char(64) not null,
  made_from char(64) not null,
  at timestamptz not null
);
