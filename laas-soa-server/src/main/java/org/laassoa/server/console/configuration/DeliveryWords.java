package org.laassoa.server.console.configuration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for what webhooks were told. */
@MessageBundle("deliveries")
public interface DeliveryWords {
  @Message("Deliveries")
  String deliveries();

  @Message("Nothing has been sent yet.")
  String deliveries_none();

  @Message("Answer")
  String delivery_answer();

  @Message("Send again")
  String delivery_again();

  @Message("Will be sent again.")
  String delivery_sent();

  @Message("Send a test")
  String test_delivery();

  @Message("A test is on its way. See its deliveries.")
  String test_delivery_sent();

  @Message(
      "{#switch state}{#case 'pending'}Waiting{#case 'delivered'}Delivered{#case 'refused'}Refused{#case 'given_up'}Given up{#else}{state}{/switch}")
  String delivery_state(String state);
}
