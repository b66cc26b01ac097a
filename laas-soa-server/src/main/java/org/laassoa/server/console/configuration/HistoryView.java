package org.laassoa.server.console.configuration;

import java.util.List;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.history.ShownChange;

/**
 * Who changed an entry, and what.
 *
 * @param head what is above
 * @param changes newest first
 * @param pager where one is among the pages
 */
record HistoryView(EntryHead head, List<ShownChange> changes, Pager pager) {}
