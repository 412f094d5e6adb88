-- What an officer at the desk has typed and not received yet. It holds an applicant's data, so only
-- the officer who typed it reads it, and it is kept for days. Once received only the number stays,
-- so that the same sheet sent twice is answered with the same dossier.
create table reception_draft (
  id uuid primary key,
  officer varchar(64) not null,
  procedure varchar(64),
  fields jsonb not null default '{}',
  saved_at timestamptz not null,
  received_as varchar(64)
);
create index reception_draft_officer on reception_draft (officer, saved_at desc) where received_as is null;
create index reception_draft_saved on reception_draft (saved_at);
