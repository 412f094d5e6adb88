-- A completed step, as far as it may be taken back: in which task it was done, and where the journal and the acts that
-- leave the house stood before it. Entries of earlier versions have none of it and are not taken back.
alter table dossier_entry
  add column task_id varchar(64),
  add column on_behalf_of varchar(64),
  add column journal_line bigint,
  add column outbound_act bigint,
  -- Taken back: what was typed counts no longer, and fills the form of the task that opens the step anew.
  add column taken_back_at timestamptz,
  add column reopened_as varchar(64);
create unique index dossier_entry_task on dossier_entry (task_id) where task_id is not null;
create unique index dossier_entry_reopened on dossier_entry (reopened_as) where reopened_as is not null;

-- Who has had an open task before them. Rows go with the task.
create table task_opened (
  task_id varchar(64) not null,
  person varchar(64) not null,
  opened_at timestamptz not null,
  primary key (task_id, person)
);
