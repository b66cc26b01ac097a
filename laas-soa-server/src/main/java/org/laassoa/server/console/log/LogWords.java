package org.laassoa.server.console.log;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the log view; what the browser fills in is {@code %1} and {@code %2}. */
@MessageBundle("log")
public interface LogWords {

  @Message("Log of the build")
  String label();

  @Message("Search the log")
  String search();

  @Message("%1 of %2")
  String search_count();

  @Message("Not found")
  String search_none();

  @Message("searched %1 %")
  String searching();

  @Message("· lines searched in part: %1")
  String search_partly();

  @Message("The first 512 KiB of a line are searched. Longer are the lines %1")
  String search_partly_hint();

  @Message("Previous match")
  String previous();

  @Message("Next match")
  String next();

  @Message("Match case")
  String match_case();

  @Message("Regular expression")
  String regex();

  @Message("Jump to step")
  String jump();

  @Message("Fold steps")
  String fold_all();

  @Message("First error")
  String first_error();

  @Message("Times of the lines")
  String times();

  @Message("No times")
  String times_none();

  @Message("Clock")
  String times_clock();

  @Message("Since the start")
  String times_elapsed();

  @Message("Copy marked lines")
  String copy_lines();

  @Message("Lines copied: %1")
  String copied();

  @Message("Lines copied: %1; of %2 only the first 16 KiB")
  String copied_partly();

  @Message("There is no line %1: the log ends with line %2.")
  String no_line();

  @Message("Download")
  String download();

  @Message("Full window")
  String full();

  @Message("Leave full window")
  String leave_full();

  @Message("Keys of the log")
  String help();

  @Message("Close")
  String close();

  @Message("Follow the end")
  String follow();

  @Message("show the rest")
  String more();

  @Message("%1 lines")
  String lines();

  @Message("The log is being loaded.")
  String loading();

  @Message("The build has not printed anything yet. Its lines appear here as they come.")
  String waiting();

  @Message("The build waits for an agent. Its log appears here as soon as it begins.")
  String queued();

  @Message("The build has printed nothing.")
  String empty();

  @Message("This log has been removed: logs are kept for a limited time.")
  String removed();

  @Message("The server does not answer. It is tried again.")
  String lost();

  @Message("The log could not be loaded.")
  String failed();

  @Message("a line up or down")
  String key_lines();

  @Message("a page up or down")
  String key_pages();

  @Message("to the beginning; to the end, and follow it")
  String key_ends();

  @Message("search")
  String key_search();

  @Message("next and previous match")
  String key_matches();

  @Message("first error")
  String key_error();

  @Message("with a click on a line number: mark all lines up to it")
  String key_range();

  @Message("leave the full window")
  String key_leave();

  @Message("Checkout")
  String step_checkout();

  @Message("Scripts")
  String step_scripts();

  @Message("Environment")
  String step_image();

  @Message("Compile")
  String step_compile();

  @Message("Package")
  String step_package();

  @Message("Push")
  String step_push();

  @Message("Clean up")
  String step_clean();

  @Message("Diagnose")
  String step_diagnose();

  @Message("Running")
  String state_running();

  @Message("Succeeded")
  String state_succeeded();

  @Message("Failed")
  String state_failed();

  @Message("Cancelled")
  String state_cancelled();

  @Message("Skipped")
  String state_skipped();
}
