package org.laassoa.server.people;

/**
 * A role on one project.
 *
 * @param project the project's name, which never changes
 * @param role the role
 */
public record Grant(String project, Role role) {}
