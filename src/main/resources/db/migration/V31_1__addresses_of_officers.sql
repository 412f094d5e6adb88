-- Where the house writes to somebody who works here; null when none is known.
alter table org_person add column email varchar(200);
