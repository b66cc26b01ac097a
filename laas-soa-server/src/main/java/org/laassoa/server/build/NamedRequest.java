package org.laassoa.server.build;

/**
 * A build of a project, among others.
 *
 * @param project the project's name
 * @param request what to build
 */
record NamedRequest(String project, CheckedRequest request) {}
