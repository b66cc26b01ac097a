package org.laassoa.server.configuration.gitserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://host, 3000, http://host:3000/team/app.git",
    "http://host/, , http://host/team/app.git",
    "https://host/git/, , https://host/git/team/app.git",
    "https://host:8443/git, , https://host:8443/git/team/app.git",
    "http://[::1], 80, http://[::1]:80/team/app.git",
  })
  void a_repository_is_below_the_servers_address(String server, Integer port, String whole) {
    assertThat(new RepositoryAddress(server, port).of("team/app.git")).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "组/项目.git, http://host/%E7%BB%84/%E9%A1%B9%E7%9B%AE.git",
    "my app.git, http://host/my%20app.git",
    "100%.git, http://host/100%25.git",
    "http://other/项目.git, http://other/%E9%A1%B9%E7%9B%AE.git"
  })
  void what_an_address_may_not_hold_is_encoded(String repository, String whole) {
    assertThat(new RepositoryAddress("http://host", null).of(repository)).isEqualTo(whole);
  }

  @Test
  void a_whole_address_stays_as_it_is() {
    assertThat(new RepositoryAddress("http://host", 3000).of("https://other/x.git"))
        .isEqualTo("https://other/x.git");
  }

  @ParameterizedTest
  @CsvSource({
    "https://host/a.git, true",
    "https://HOST:443/a.git, true",
    "http://host/a.git, false",
    "https://host:8443/a.git, false",
    "https://host.evil/a.git, false",
    "a.git, false",
  })
  void the_login_is_only_for_addresses_of_the_server(String url, boolean covered) {
    assertThat(new RepositoryAddress("https://host", null).covers(url)).isEqualTo(covered);
  }
}
