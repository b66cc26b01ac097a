package org.laassoa.server.console.configuration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of the configuration as a file. */
@MessageBundle("files")
public interface FileWords {
  @Message("Configuration as a file")
  String file();

  @Message("All of it as YAML: to keep in git, to move to another server.")
  String file_about();

  @Message("Download")
  String export();

  @Message("Apply a file")
  String apply();

  @Message(
      "Each entry that the file names is added or replaced; secrets that it leaves out are kept.")
  String apply_about();

  @Message("Choose a file")
  String apply_choose();

  @Message("Or paste it here")
  String apply_text();

  @Message("Delete what a section of the file does not name")
  String apply_prune();

  @Message("See what would change")
  String apply_try();

  @Message("Apply it")
  String apply_now();

  @Message("Nothing would change.")
  String apply_nothing();

  @Message("Applied.")
  String apply_done();

  @Message("Would change")
  String apply_would();

  @Message("As it is already:")
  String apply_unchanged();

  @Message("Kind")
  String apply_section();

  @Message("Effect")
  String apply_effect();

  @Message("The file cannot be applied:")
  String apply_wrong();

  @Message("Apply these changes?")
  String apply_confirm();
}
