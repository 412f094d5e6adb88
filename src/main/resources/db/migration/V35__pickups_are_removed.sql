-- What an applicant said for a fetching is removed some time after it is of no use any more: name, numbers, address and
-- papers go, the parcel and what was said of it stay.
alter table pickup
  alter column name drop not null,
  alter column phone drop not null,
  alter column address drop not null,
  add column removed_at timestamptz,
  add constraint pickup_removed check (
    case when removed_at is null then name is not null and phone is not null and address is not null
      else coalesce(name, id_number, phone, address, papers) is null end);
-- Those that are still to be looked at; a removed one is never read again for this.
create index pickup_kept on pickup (parcel_id) where removed_at is null;
