package org.laassoa.server.console.project;

/**
 * How a project's newest builds went, as plots.
 *
 * @param durations how long they took, as JSON
 * @param success how many of the last ten succeeded, build by build, as JSON
 */
public record Trend(String durations, String success) {}
