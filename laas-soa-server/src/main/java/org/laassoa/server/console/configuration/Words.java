package org.laassoa.server.console.configuration;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.laassoa.server.console.Language;

/**
 * The words of one language, for what is put together before a template shows it.
 *
 * @param pages the words of the pages
 * @param fields the words of the forms
 */
record Words(ConfigurationWords pages, FieldWords fields) {

  static Words of(Language language) {
    Localized.Literal locale = Localized.Literal.of(language.code());
    return new Words(
        MessageBundles.get(ConfigurationWords.class, locale),
        MessageBundles.get(FieldWords.class, locale));
  }
}
