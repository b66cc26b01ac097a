package org.laassoa.server.console.configuration;

import org.laassoa.server.console.Shell;

/**
 * The words of one language, for what is put together before a template shows it.
 *
 * @param pages the words of the pages
 * @param fields the words of the forms
 */
record Words(ConfigurationWords pages, FieldWords fields) {

  static Words of(Shell shell) {
    return new Words(shell.words(ConfigurationWords.class), shell.words(FieldWords.class));
  }
}
