package vn.thutuc.tracking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of dossiers in the database. */
@Component
class KeyRows {

  private final JdbcClient jdbc;

  KeyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The secret of a dossier; empty when it has none or there is no such dossier. */
  Optional<String> find(String number) {
    return jdbc.sql(
            """
            select k.secret from dossier d join tracking_key k on k.dossier_id = d.id
            where d.number = ?
            """)
        .param(number)
        .query(String.class)
        .optional();
  }

  /** Gives a dossier its secret, once; two who do it at once give the same one. */
  String make(String number, Instant at) {
    jdbc.sql(
            """
            insert into tracking_key (dossier_id, secret, made_at)
            select id, :secret, :at from dossier where number = :number
            on conflict (dossier_id) do nothing
            """)
        .param("secret", Secret.fresh())
        .param("at", Timestamp.from(at))
        .param("number", number)
        .update();
    return find(number).orElseThrow();
  }
}
