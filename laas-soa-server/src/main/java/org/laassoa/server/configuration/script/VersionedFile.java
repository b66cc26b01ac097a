package org.laassoa.server.configuration.script;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One file of a set of scripts.
 *
 * @param version counts from 1 with each change of the content
 * @param content the text; missing in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionedFile(int version, @Nullable String content) {}
