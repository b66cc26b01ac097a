package org.laassoa.server.console.configuration;

import org.laassoa.server.console.configuration.FieldView.Filling;

/** What is in a field, in words; never a secret. */
final class Shown {

  private Shown() {}

  static String text(Control control, Filling filling, ConfigurationWords words) {
    return switch (control) {
      case Control.Line line -> filling.text();
      case Control.Lines lines -> filling.text();
      case Control.Number number -> filling.text();
      case Control.FileName file -> filling.text();
      case Control.Pairs pairs -> filling.text();
      case Control.Files files -> filling.text();
      case Control.Items items -> filling.text().replace("\n", ", ");
      case Control.Quantity quantity -> quantity.text(filling.text());
      case Control.Projects projects -> projects(filling, words);
      case Control.Check check -> filling.isSet() ? words.yes() : words.no();
      case Control.Choice choice -> filling.chosen();
      case Control.Several several -> filling.chosen();
      case Control.Reference reference -> filling.chosen();
      case Control.Secret secret -> filling.isSet() ? words.is_set() : words.not_set();
      case Control.SecretFiles files -> String.join(", ", filling.names());
    };
  }

  private static String projects(Filling filling, ConfigurationWords words) {
    if (filling.isSet()) {
      return words.every_project();
    }
    return filling.names().isEmpty() ? words.no_projects() : filling.text().replace("\n", ", ");
  }
}
