package org.laassoa.builder.git;

/**
 * What was checked out.
 *
 * @param commit the commit's id, 40 hex digits
 */
public record CheckedOut(String commit) {}
