package org.laassoa.server.githost;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of repositories. Not every host says how many there are.
 *
 * @param items the repositories
 * @param hasMore whether there is a next page
 */
@Schema(name = "RepositoryPage")
@JsonNaming(SnakeCaseStrategy.class)
public record RepositoryPage(List<Repository> items, boolean hasMore) {}
