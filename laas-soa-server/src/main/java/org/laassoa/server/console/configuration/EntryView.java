package org.laassoa.server.console.configuration;

import java.util.List;
import org.laassoa.server.console.history.Meanwhile;

/**
 * The form of an entry.
 *
 * @param head what is above each page of an entry
 * @param tag the version that the form was filled from; empty where versions are not told apart
 * @param fields the form
 * @param meanwhile what became of the entry since
 * @param usedBy who uses it
 * @param saved whether it has just been saved
 */
record EntryView(
    EntryHead head,
    String tag,
    List<FieldView> fields,
    Meanwhile meanwhile,
    UsedBy usedBy,
    boolean saved) {}
