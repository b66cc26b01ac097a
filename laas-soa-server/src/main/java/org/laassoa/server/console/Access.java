package org.laassoa.server.console;

/**
 * What who looks at a page may do; what they may not is not offered. The API decides by itself.
 *
 * @param build whether they may build and cancel what the page is about
 * @param configure whether they may change what the page is about
 * @param administer whether they are administrators of everything
 * @param everything whether they see what belongs to no single project
 */
public record Access(boolean build, boolean configure, boolean administer, boolean everything) {}
