-- Hours have editions as days have: what counted before a run can be asked for.
alter table working_hours add column edition varchar(32) not null default 'CURRENT';
alter table working_hours drop constraint working_hours_pkey;
alter table working_hours add primary key (edition, agency, from_date);

-- Dossiers that a run could not carry a change to; they stopped no other.
create table calendar_run_failure (
  run_id bigint not null references calendar_run (id),
  dossier_id bigint not null references dossier (id),
  number varchar(64) not null,
  at timestamptz not null,
  primary key (run_id, dossier_id)
);
