package org.laassoa.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/builds/7?attempt=2", "/projects/%E5%95%86%E5%BA%97"})
  void a_page_of_this_server_is_gone_to(String address) {
    assertThat(OwnAddress.of(address)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "builds",
        "/a b",
        "/a\nSet-Cookie: x=1",
        "/%"
      })
  void anything_else_leads_to_the_first_page(String address) {
    assertThat(OwnAddress.of(address)).hasToString("/");
  }

  @Test
  void so_does_nothing() {
    assertThat(OwnAddress.of(null)).hasToString("/");
  }
}
