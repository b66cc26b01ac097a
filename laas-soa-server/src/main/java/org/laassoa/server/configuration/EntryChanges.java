package org.laassoa.server.configuration;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of an entry's history.
 *
 * @param items the changes, newest first
 * @param total how many there are on all pages
 */
@Schema(name = "EntryHistory")
public record EntryChanges(List<EntryChange> items, long total) {}
