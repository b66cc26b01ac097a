package org.laassoa.server.console.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry since a form was filled from it. The form stays as it is, whatever
 * happens: who has it open is told.
 *
 * @param address of this, asked again and again, with the version that the form was filled from
 * @param what what became of the entry
 * @param last by whom and when, or null where that is not known
 * @param tag the entry's version now, which a change has to name; empty where it need not
 * @param fields what differs from when the form was filled, as far as that is known
 * @param page where the entry as it is now is shown, or where others are when it is gone
 */
public record Meanwhile(
    String address,
    What what,
    @Nullable Last last,
    String tag,
    List<ShownField> fields,
    String page) {

  /** What became of an entry. */
  public enum What {
    /** It is as it was. */
    NOTHING,
    /** It was changed. */
    CHANGED,
    /** It is gone. */
    DELETED
  }

  /**
   * The last change.
   *
   * @param author who made it
   * @param at when
   */
  public record Last(String author, Instant at) {}

  /** Nothing happened yet: what a form begins with. */
  public static Meanwhile nothing(Watched watched) {
    return new Meanwhile(watched.address(), What.NOTHING, null, "", List.of(), watched.page());
  }

  /** It was changed; the API takes what is saved over it. */
  public static Meanwhile changed(Watched watched, @Nullable Last last) {
    return new Meanwhile(watched.address(), What.CHANGED, last, "", List.of(), watched.page());
  }

  /** It is gone. */
  public static Meanwhile deleted(Watched watched, @Nullable Last last) {
    return new Meanwhile(watched.address(), What.DELETED, last, "", List.of(), watched.list());
  }

  /** The same with the version that a change has to name, and with what differs. */
  Meanwhile into(String version, List<ShownField> differences) {
    return new Meanwhile(address, what, last, version, differences, page);
  }

  /** Whether there is anything to tell. */
  public boolean isNews() {
    return what != What.NOTHING;
  }

  /** Whether the entry is gone. */
  public boolean isDeleted() {
    return what == What.DELETED;
  }
}
