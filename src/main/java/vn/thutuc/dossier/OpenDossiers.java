package vn.thutuc.dossier;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dossiers whose settlement lasts, by id: the index {@code dossier_open} answers. */
@Component
class OpenDossiers {

  /** As the index has it: the literals are needed for it to be used. */
  private static final String OPEN = "from dossier where state in (1, 2, 4, 5, 6) and id > ?";

  private final JdbcClient jdbc;

  OpenDossiers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The first behind another. */
  Optional<Long> next(long after) {
    return page(after, 1).stream().findFirst();
  }

  /** The first ones behind another. */
  List<Long> page(long after, int size) {
    return jdbc.sql("select id " + OPEN + " order by id limit ?")
        .param(after)
        .param(size)
        .query(Long.class)
        .list();
  }

  /** How many there are behind another. */
  long count(long after) {
    return jdbc.sql("select count(*) " + OPEN).param(after).query(Long.class).single();
  }
}
