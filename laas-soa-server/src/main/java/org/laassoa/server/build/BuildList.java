package org.laassoa.server.build;

import java.util.List;

/**
 * A page of builds.
 *
 * @param items the builds, newest first
 * @param total how many there are on all pages
 */
public record BuildList(List<BuildView> items, long total) {}
