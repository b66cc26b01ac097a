package org.laassoa.server.console.overview;

/**
 * The last day as plots.
 *
 * @param depth how many builds waited, as JSON
 * @param waits how long builds waited, as JSON
 */
public record DayPlots(String depth, String waits) {}
