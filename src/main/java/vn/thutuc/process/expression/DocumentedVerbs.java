package vn.thutuc.process.expression;

import vn.thutuc.modelling.Verbs;

/** Gives the documented beans to commands that run without the server. */
public final class DocumentedVerbs implements Verbs.Source {

  @Override
  public Verbs get() {
    return DocumentedBeans.verbs();
  }
}
