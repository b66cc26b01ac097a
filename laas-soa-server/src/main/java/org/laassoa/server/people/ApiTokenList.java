package org.laassoa.server.people;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The tokens of a user.
 *
 * @param items the newest first
 * @param total how many there are
 */
@Schema(name = "ApiTokenList")
public record ApiTokenList(List<ApiTokenView> items, int total) {

  static ApiTokenList of(List<ApiToken> tokens) {
    return new ApiTokenList(tokens.stream().map(ApiTokenView::of).toList(), tokens.size());
  }
}
