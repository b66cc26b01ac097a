package org.laassoa.server.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field where, as in the request's JSON: {@code packaging.file}
 * @param message what is wanted, in words, never repeating a secret
 */
public record FieldError(String field, String message) {}
