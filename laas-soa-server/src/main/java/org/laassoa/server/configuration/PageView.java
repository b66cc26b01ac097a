package org.laassoa.server.configuration;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the entries of this page, by name
 * @param total how many there are on all pages
 * @param <V> what is shown of an entry
 */
public record PageView<V>(List<V> items, long total) {}
