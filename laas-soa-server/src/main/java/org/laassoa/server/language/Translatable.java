package org.laassoa.server.language;

/** The body of an answer that says something to people. */
public interface Translatable {

  /** The same in another language; what the translations do not know stays English. */
  Object in(Translations language);
}
