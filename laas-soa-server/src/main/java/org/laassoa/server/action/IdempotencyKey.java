package org.laassoa.server.action;

/**
 * Makes a request for actions repeatable: the first one adds them, the others find them.
 *
 * @param caller who asks, or empty for the server itself: keys of others are other ones
 * @param key 1 to 255 characters
 * @param requestHash SHA-256 of what is asked for, in hexadecimal
 */
public record IdempotencyKey(String caller, String key, String requestHash) {}
