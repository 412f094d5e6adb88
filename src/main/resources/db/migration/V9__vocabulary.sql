-- Several bodies may be asked side by side, each stopping the clock: several open pauses.
drop index dossier_pause_open;
create index dossier_pause_open on dossier_pause (dossier_id) where to_at is null;

-- A revision after comments in substance is not one of the supplements a procedure allows.
alter table dossier_supplement add column revision boolean not null default false;

-- What is looked up, published or entered is named in the catalogue's own words.
alter table outbound_act alter column event type varchar(400);
alter table dossier_register alter column register type varchar(400);
