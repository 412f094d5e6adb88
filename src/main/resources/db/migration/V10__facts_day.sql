-- The day whose facts hold for a dossier: that of its effective reception, or the first day of a version it changed to
-- with approval. Null for dossiers received before this column: the day they were received.
alter table dossier add column facts_day date;
