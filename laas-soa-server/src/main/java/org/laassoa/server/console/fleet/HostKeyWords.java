package org.laassoa.server.console.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about the keys that machines show. */
@MessageBundle("hostkey")
public interface HostKeyWords {

  @Message("Host key")
  String title();

  @Message("Is this the right machine?")
  String question();

  @Message(
      "A machine shows a key before anyone signs in. Compare it once; from then on the server signs"
          + " in only where it finds this key.")
  String lead();

  @Message("Asking {host} for its key. Neither account nor password is sent.")
  String asking(String host);

  @Message("Its key could not be fetched")
  String not_fetched();

  @Message("It shows this key")
  String shown();

  @Message(
      "Run this on the machine itself, or look at what its provider lists. It must print the same:")
  String compare();

  @Message("The whole key")
  String whole();

  @Message("It is the key that is pinned.")
  String same();

  @Message(
      "This is not the key that is pinned. Either the machine was installed afresh, or something"
          + " else answers at its address. Until you confirm it, the server does not sign in.")
  String changed();

  @Message("Pinned")
  String pinned();

  @Message("This is the machine: install the agent")
  String install();

  @Message("This is the machine: only look at it")
  String look();

  @Message("This is the machine")
  String confirm();

  @Message("It is another one")
  String reject();

  @Message("From now on {name} must have this key, and no longer the one that was pinned?")
  String change_question(String name);

  @Message("Fetch it again")
  String again();

  @Message("Not confirmed yet: nothing has been sent to this machine.")
  String unknown();

  @Message("Confirm the host key")
  String check();

  @Message("Pinned: where another key is shown, the server does not sign in.")
  String is_pinned();

  @Message("Compare with what it shows now")
  String check_again();
}
