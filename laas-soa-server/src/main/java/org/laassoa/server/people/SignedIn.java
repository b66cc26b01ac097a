package org.laassoa.server.people;

/**
 * Whose credential it was.
 *
 * @param userId the user's number
 * @param user their name
 * @param credential what they showed
 */
public record SignedIn(long userId, String user, Credential credential) {}
