package org.laassoa.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.action.ActionId;

class ImageNamesTest {

  /** The path component of github.com/distribution/reference. */
  private static final String GRAMMAR = "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*";

  @Test
  void a_usual_name_stays_as_it_is() {
    String name = ImageNames.repository("shop", "release-1.2");

    assertThat(name).isEqualTo("shop-release-1.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feature/x",
        "Main",
        "构建",
        "..",
        "a..b",
        "a__-b",
        "x_._y",
        "___",
        "-",
        "a.-b",
        "@#$"
      })
  void any_ref_gives_a_name_that_registries_take(String ref) {
    String name = ImageNames.repository("项目", ref);

    assertThat(name).matches(GRAMMAR);
  }

  @Test
  void a_long_name_is_cut_and_told_apart_from_others() {
    String one = ImageNames.repository("shop", "a".repeat(300));

    assertThat(one).matches(GRAMMAR).hasSizeLessThan(140);
    assertThat(ImageNames.repository("shop", "a".repeat(301))).isNotEqualTo(one);
  }

  @Test
  void refs_that_clean_up_alike_have_names_of_their_own() {
    String slash = ImageNames.repository("shop", "feature/x");

    assertThat(slash).isNotEqualTo(ImageNames.repository("shop", "feature-x"));
    assertThat(slash).isNotEqualTo(ImageNames.repository("shop", "Feature/x"));
  }

  @Test
  void a_tag_says_which_build_and_when() {
    String time = ImageNames.time(Instant.parse("2026-11-22T10:05:59Z"));

    assertThat(ImageNames.tag(new ActionId(12), time)).isEqualTo("12_202611221005");
  }
}
