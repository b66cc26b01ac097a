package org.laassoa.server.delivery;

/** A bean that knows how deliveries of one kind are made. */
public interface DeliveryKind {

  /** Its name in the table, such as {@code webhook}; never changed. */
  String name();

  /**
   * Tries a delivery, on a virtual thread; it may block for the time-out that it sets itself, at
   * most a minute. It may be called again for one that has succeeded, when a server dies in
   * between. A throw is as {@link DeliveryResult.Retry}; its message is shown to nobody.
   *
   * @param payloadJson what {@link Deliveries#add} was given
   */
  DeliveryResult deliver(String payloadJson);
}
