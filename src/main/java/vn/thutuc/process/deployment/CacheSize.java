package vn.thutuc.process.deployment;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sizes the engine's cache of definitions from the models: all versions in force, the older ones
 * that dossiers still run on, and room for as many new ones as there are files. A cache that is too
 * small reads models again and again; it holds nothing that is not used.
 */
@Component
@Order(CacheSize.LAST)
class CacheSize extends AbstractProcessEnginePlugin {

  /** After the plugins that read settings. */
  static final int LAST = 1_000_000;

  /** The engine's own default. */
  static final int FLOOR = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(CacheSize.class);

  private final JdbcClient jdbc;
  private final String root;

  CacheSize(JdbcClient jdbc, @Value("${thutuc.models:classpath:}") String root) {
    this.jdbc = jdbc;
    this.root = root;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    int capacity = capacity();
    engine.setCacheCapacity(capacity);
    LOG.info("Room for {} definitions of each kind in the engine's cache", capacity);
  }

  int capacity() {
    return Math.max(FLOOR, inUse() + ModelFiles.countProcesses(root));
  }

  /** Versions in force and versions that instances run on. */
  private int inUse() {
    return jdbc.sql(
            """
            select count(*) from act_re_procdef d
            where not exists (select 1 from act_re_procdef newer
                where newer.key_ = d.key_ and newer.version_ > d.version_)
              or exists (select 1 from act_ru_execution e where e.proc_def_id_ = d.id_)
            """)
        .query(Integer.class)
        .single();
  }
}
