package vn.thutuc.postal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From whose home dossiers are fetched, in the database. Runs in the caller's transaction. */
@Component
class PickupRows {

  private final JdbcClient jdbc;

  PickupRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One fetching. What the applicant said is null once it was removed.
   *
   * @param papers what the applicant has announced, or null
   * @param draft the desk's sheet it was opened in, or null
   * @param isOpen whether that sheet is still there and not received
   * @param openedBy who opened it, or null
   * @param receivedAs number of the dossier it has become, or null
   */
  record Pickup(
      long parcel,
      String procedure,
      String name,
      String idNumber,
      String phone,
      String address,
      String papers,
      UUID draft,
      boolean isOpen,
      String openedBy,
      String receivedAs) {}

  void add(Pickup pickup) {
    jdbc.sql(
            """
            insert into pickup (parcel_id, procedure_code, name, id_number, phone, address, papers)
            values (:parcel, :procedure, :name, :id, :phone, :address, :papers)
            on conflict (parcel_id) do nothing
            """)
        .param("parcel", pickup.parcel())
        .param("procedure", pickup.procedure())
        .param("name", pickup.name())
        .param("id", pickup.idNumber())
        .param("phone", pickup.phone())
        .param("address", pickup.address())
        .param("papers", pickup.papers())
        .update();
  }

  Optional<Pickup> find(long parcel) {
    return jdbc.sql(
            """
            select p.parcel_id, p.procedure_code, p.name, p.id_number, p.phone, p.address,
              p.papers, p.draft, p.opened_by, coalesce(p.received_as, r.received_as) received_as,
              r.id is not null and r.received_as is null is_open
            from pickup p
            left join reception_draft r on r.id = p.draft where p.parcel_id = ?
            """)
        .param(parcel)
        .query(
            (row, at) ->
                new Pickup(
                    row.getLong("parcel_id"),
                    row.getString("procedure_code"),
                    row.getString("name"),
                    row.getString("id_number"),
                    row.getString("phone"),
                    row.getString("address"),
                    row.getString("papers"),
                    row.getObject("draft", UUID.class),
                    row.getBoolean("is_open"),
                    row.getString("opened_by"),
                    row.getString("received_as")))
        .optional();
  }

  /**
   * Keeps what opened ones were received as: the sheets of the desk are kept for a week only. Their
   * parcels belong to the dossiers from now on.
   */
  int link() {
    return jdbc.sql(
            """
            with linked as (
              update pickup k set received_as = r.received_as from reception_draft r
              where k.received_as is null and r.id = k.draft and r.received_as is not null
              returning k.parcel_id, k.received_as)
            update parcel p set dossier_id = d.id from linked l join dossier d
              on d.number = l.received_as where p.id = l.parcel_id
            """)
        .update();
  }

  /**
   * Removes what was said for fetchings whose dossiers were received, or whose orders ended or came
   * to nothing, before a moment. What is at its desk and not received is none of them.
   *
   * @return how many; at most as many as asked for
   */
  int remove(Instant before, Instant at, int most) {
    return jdbc.sql(
            """
            with old as (
              select k.parcel_id from pickup k
              join parcel p on p.id = k.parcel_id
              left join dossier d on d.number = k.received_as
              where k.removed_at is null and p.state_at < :before
                and case when k.received_as is null
                  then p.state in ('CANCELLED', 'RETURNED', 'FAILED')
                    or p.state = 'REQUESTED' and p.next_try_at is null
                  else d.entered_at < :before end
              order by k.parcel_id limit :most
              for update of k skip locked)
            update pickup set name = null, id_number = null, phone = null, address = null,
              papers = null, removed_at = :at
            where parcel_id in (select parcel_id from old)
            """)
        .param("before", Timestamp.from(before))
        .param("at", Timestamp.from(at))
        .param("most", most)
        .update();
  }

  void open(long parcel, UUID draft, String person) {
    jdbc.sql("update pickup set draft = ?, opened_by = ? where parcel_id = ?")
        .param(draft)
        .param(person)
        .param(parcel)
        .update();
  }
}
