-- Quick procedures: what was certified, charged and signed, and the registers with numbers that have
-- no gap per agency, register and year.
create table quick_counter (
  unit varchar(64) not null,
  book varchar(16) not null,
  year integer not null,
  last integer not null,
  primary key (unit, book, year)
);

create table quick_case (
  dossier varchar(64) primary key references dossier (number),
  procedure varchar(32) not null,
  -- The agency that settles and keeps the register.
  unit varchar(64) not null,
  book varchar(16) not null,
  subject varchar(300),
  pages integer,
  copies integer,
  -- What was taken, and what the facts give for it; null where they give nothing.
  fee bigint,
  fee_due bigint,
  fee_ground varchar(500),
  look_up varchar(16),
  officer varchar(64) not null,
  begun_at timestamptz not null,
  signer varchar(64),
  signed_for varchar(64),
  year integer,
  sequence integer,
  number varchar(64),
  entered_at timestamptz,
  unique (unit, book, year, sequence)
);
-- What waits for a signature: few rows at any time.
create index quick_case_waiting on quick_case (unit, begun_at desc) where number is null;

-- A register is evidence: an entry keeps its number and is never taken out.
create function refuse_register_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.number is null and new.dossier = old.dossier then
    return new;
  end if;
  raise exception 'quick_case: an entry with a number is never changed or removed';
end $$;
create trigger quick_case_kept before update or delete on quick_case
  for each row execute function refuse_register_change();
create trigger quick_case_not_emptied before truncate on quick_case
  for each statement execute function refuse_change();
