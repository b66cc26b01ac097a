package org.laassoa.server.console.configuration;

import org.laassoa.server.console.Shell;

/**
 * The words of one language, for what is put together before a template shows it.
 *
 * @param pages the words of the pages
 * @param fields the words of the forms
 * @param kinds the words for the kinds of entries
 */
record Words(ConfigurationWords pages, FieldWords fields, KindWords kinds) {

  static Words of(Shell shell) {
    return new Words(
        shell.words(ConfigurationWords.class),
        shell.words(FieldWords.class),
        shell.words(KindWords.class));
  }
}
