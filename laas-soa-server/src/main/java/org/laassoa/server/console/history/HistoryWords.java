package org.laassoa.server.console.history;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.Instant;

/** The words for what was changed. */
@MessageBundle("history")
public interface HistoryWords {

  @Message("History")
  String title();

  @Message("What changed")
  String what_changed();

  @Message("Field")
  String field();

  @Message("Before")
  String before();

  @Message("After")
  String after();

  @Message("Secrets changed:")
  String secret_changed();

  @Message("No change has been recorded.")
  String none();

  @Message(
      "{#switch change}{#case 'created'}Added{#case 'updated'}Changed{#case 'deleted'}Deleted"
          + "{#else}{change}{/switch}")
  String change_of(String change);

  @Message("{author} changed this")
  String changed_by(String author);

  @Message("{author} deleted this")
  String deleted_by(String author);

  @Message("Somebody changed this")
  String changed();

  @Message("Somebody deleted this")
  String deleted();

  @Message("What you typed is still here. Saving is refused until you have chosen.")
  String kept();

  @Message("What you typed is still here. Saving it replaces what was saved meanwhile.")
  String kept_and_saved();

  @Message("What you typed is still here to copy, but it cannot be saved.")
  String kept_of_deleted();

  @Message("Load the new one")
  String load();

  @Message("Save mine over it")
  String save_over();

  @Message("Then")
  String then();

  @Message("Now")
  String now();

  @Message("Yes")
  String yes();

  @Message("No")
  String no();

  @Message("What changed, {author}, {at}")
  String what_changed_in(String author, Instant at);

  @Message("Show the others")
  String others();
}
