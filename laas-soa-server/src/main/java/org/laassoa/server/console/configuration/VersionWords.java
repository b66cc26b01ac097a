package org.laassoa.server.console.configuration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for versions of scripts and what differs between them. */
@MessageBundle("versions")
public interface VersionWords {
  @Message("Version {number}")
  String version_number(int number);

  @Message("Saved by")
  String version_author();

  @Message("Files")
  String version_files();

  @Message("current")
  String current_version();

  @Message("Compare")
  String compare();

  @Message("From")
  String compare_from();

  @Message("To")
  String compare_to();

  @Message("Restore")
  String restore();

  @Message("Make the files of version {number} the current ones? This makes a new version.")
  String confirm_restore(int number);

  @Message("No scripts have been saved yet.")
  String no_versions();

  @Message("From version {from} to version {to}")
  String diff_title(int from, int to);

  @Message("They do not differ.")
  String diff_same();

  @Message("This file is too long to be compared here.")
  String diff_too_long();

  @Message("Line before")
  String diff_old_line();

  @Message("Line after")
  String diff_new_line();

  @Message("Text")
  String diff_text();
}
