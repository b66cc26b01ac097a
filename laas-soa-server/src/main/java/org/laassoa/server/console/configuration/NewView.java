package org.laassoa.server.console.configuration;

import java.util.List;
import org.laassoa.server.configuration.readymade.ReadyMadeView;

/**
 * The form of a new entry.
 *
 * @param section its kind
 * @param kind its kind in words
 * @param name the name that is filled in already, possibly empty
 * @param fields the form
 * @param readyMade what comes with the server to begin from
 */
record NewView(
    Section section,
    OverviewView.Kind kind,
    String name,
    List<FieldView> fields,
    List<ReadyMadeView> readyMade) {

  /** How it is sent: what has no address of its own for new ones is put where it will be. */
  public String method() {
    return section == Section.SECRETS ? "put" : "post";
  }

  /** Where it is sent. */
  public String path() {
    return section == Section.SECRETS ? section.api() + "/{name}" : section.api();
  }

  /** Whether the name is a part of what is sent. */
  public boolean sendsName() {
    return section != Section.SECRETS;
  }
}
