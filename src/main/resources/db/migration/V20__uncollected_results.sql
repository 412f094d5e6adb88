-- Results that wait for their applicants. A reminder has its ordinal for the dossier: two nodes that find the same one due
-- at the same moment write the same ordinal, and only one of them can.
create table result_reminder (
  dossier_id bigint not null references dossier (id),
  ordinal integer not null,
  at timestamptz not null,
  -- Null when the house reminded by itself.
  reminded_by varchar(64),
  note varchar(500),
  primary key (dossier_id, ordinal)
);

-- By place of return for people, by time for the house; finished dossiers cost nothing.
create index dossier_uncollected on dossier (return_unit, settled_at, id) where state = 9;
create index dossier_uncollected_since on dossier (settled_at, id) where state = 9;
