package vn.thutuc.dossier;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters into the lists of work the dossiers that were here before the lists were. Where nothing is
 * missing it costs one question.
 */
@Service
public class DueFill {

  private static final Logger LOG = LoggerFactory.getLogger(DueFill.class);
  private static final int PAGE = 200;

  private final JdbcClient jdbc;
  private final Dossiers dossiers;
  private final DueRows due;
  private final TransactionTemplate transaction;

  DueFill(
      JdbcClient jdbc, Dossiers dossiers, DueRows due, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.dossiers = dossiers;
    this.due = due;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Enters those that are missing. Several nodes may do so at once; one dossier that cannot be
   * entered stops no other.
   *
   * @return how many were entered
   */
  public int fill() {
    int entered = 0;
    for (List<Long> page = missing(0); !page.isEmpty(); page = missing(page.get(page.size() - 1))) {
      entered += (int) page.stream().filter(this::enter).count();
      LOG.info("Entered into the lists of work: {} dossiers", entered);
    }
    return entered;
  }

  private boolean enter(long id) {
    try {
      transaction.executeWithoutResult(status -> dossiers.findById(id).ifPresent(due::refresh));
      return true;
    } catch (RuntimeException failure) {
      LOG.warn("The dossier with id {} cannot be entered into the lists of work", id, failure);
      return false;
    }
  }

  /** The literals are those of the index dossier_unfinished. */
  private List<Long> missing(long after) {
    return jdbc.sql(
            """
            select d.id from dossier d where d.state in (1, 2, 4, 5, 6, 9) and d.id > :after
              and exists (select 1 from dossier_agency a where a.dossier_id = d.id)
              and not exists (select 1 from dossier_due q where q.dossier_id = d.id)
            order by d.id limit :page
            """)
        .param("after", after)
        .param("page", PAGE)
        .query(Long.class)
        .list();
  }
}
