-- One place for the counters of all registers: those of quick procedures were counted beside it.
alter table result_register_counter rename to register_counter;
alter index result_register_counter_pkey rename to register_counter_pkey;
insert into register_counter (unit, book, year, last) select unit, book, year, last from quick_counter;
drop table quick_counter;

-- What waits for a signature waits at the agency that settles now, also where it was sent on or its unit was merged before.
update quick_case c set unit = u.agency_id
from dossier d join org_unit u on u.id = d.competent_unit
where d.number = c.dossier and c.number is null and u.agency_id is not null and u.agency_id <> c.unit;
