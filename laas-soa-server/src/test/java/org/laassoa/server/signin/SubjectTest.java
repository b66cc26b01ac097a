package org.laassoa.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.action.ActionId;

class SubjectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/projects/shop", "/api/projects/shop/builds", "/api/projects/sh%6Fp"})
  void what_is_below_a_project_is_about_it(String path) {
    assertThat(Subject.of("GET", path)).isEqualTo(new Subject.Project("shop"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/builds/7", "/api/builds/7/log/stream"})
  void what_is_below_a_build_is_about_it(String path) {
    assertThat(Subject.of("GET", path)).isEqualTo(new Subject.Build(new ActionId(7)));
  }

  @Test
  void the_consoles_pages_are_about_what_they_show() {
    assertThat(Subject.of("GET", "/projects/shop/settings")).isEqualTo(new Subject.Project("shop"));
    assertThat(Subject.of("GET", "/builds/7")).isEqualTo(new Subject.Build(new ActionId(7)));
    assertThat(Subject.of("GET", "/builds")).isEqualTo(new Subject.Many(false));
    assertThat(Subject.of("GET", "/")).isEqualTo(new Subject.Many(false));
    assertThat(Subject.of("GET", "/projects/shop/../../administration"))
        .isEqualTo(new Subject.Everything());
  }

  @Test
  void lists_are_about_many_and_making_a_project_about_everything() {
    assertThat(Subject.of("GET", "/api/projects")).isEqualTo(new Subject.Many(false));
    assertThat(Subject.of("POST", "/api/builds")).isEqualTo(new Subject.Many(true));
    assertThat(Subject.of("POST", "/api/projects")).isEqualTo(new Subject.Everything());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/projects/shop/../../users",
        "/api/projects/shop/%2e%2e/%2E%2E/users",
        "/api/projects/shop/./builds",
        "/api/projects//shop",
        "//api/projects/shop",
        "/api/projects/shop;x=1",
        "/api/projects/shop%3Bx",
        "/api/projects/..%2Fusers",
        "/api/projects/shop%2f..%2f..",
        "/api/projects/a%5Cb",
        "/api/projects/shop/",
        "/api/projects/a+b",
        "/api/projects/%zz",
        "/api/builds/x",
        "/api/builds/-1",
        "/api/users",
        "/api",
        "",
        "api/projects/shop"
      })
  void what_is_not_plain_is_about_nothing_in_particular(String path) {
    assertThat(Subject.of("GET", path)).isEqualTo(new Subject.Everything());
  }
}
