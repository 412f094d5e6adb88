package vn.thutuc.process;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Models hold no scripts: there is no language to run one in. */
final class NoScripts implements ScriptEngineResolver {

  @Override
  public void addScriptEngineFactory(javax.script.ScriptEngineFactory factory) {
    throw new IllegalStateException("Scripts are not run here");
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return new ScriptEngineManager(NoScripts.class.getClassLoader());
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean cache) {
    return null;
  }
}
