package org.laassoa.server.githost;

/**
 * The git host of a project.
 *
 * @param host its API
 * @param access how it is reached
 * @param path the project's repository there
 */
public record ProjectHost(GitHost host, HostAccess access, String path) {}
