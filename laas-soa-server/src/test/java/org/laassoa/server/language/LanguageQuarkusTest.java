package org.laassoa.server.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class LanguageQuarkusTest {

  private static final String CHINESE = "zh-Hans";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "git-servers/l | {\"address\":\"ftp://a\"} | 必须以 http://、https:// 或 git:// 开头",
        "git-servers/l | {\"address\":null} | 不能为空",
        "git-servers/l | {\"address\":\"https://a.example\",\"port\":0} | 必须大于或等于 1",
        "git-servers/l | {\"address\":\"https://a.example\",\"port\":\"x\"} | 类型不对：需要数字",
        "build-environments/l | {\"image\":\"UPPER\"} | 必须是最多 255 个字符的镜像名，例如 eclipse-temurin:25-jdk",
      })
  void a_field_is_complained_of_in_the_callers_language(String path, String body, String words) {
    Response answer = put(path, body, CHINESE);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("title")).isEqualTo("有字段不正确");
    assertThat(answer.jsonPath().getString("errors[0].message")).isEqualTo(words);
    assertThat(answer.jsonPath().getString("detail")).endsWith(words);
    assertThat(answer.header("Content-Language")).isEqualTo("zh");
    assertThat(answer.headers().getValues("Vary")).contains("Accept-Language");
  }

  @Test
  void whoever_asks_for_no_language_is_answered_in_english() {
    Response answer =
        as("admin").body("{\"address\":\"ftp://a\"}").put("/api/git-servers/l").andReturn();

    assertThat(answer.jsonPath().getString("errors[0].message"))
        .isEqualTo("must begin with http://, https:// or git://");
    assertThat(answer.header("Content-Language")).isNull();
  }

  @Test
  void what_is_not_there_is_named_in_the_callers_language() {
    Response answer =
        as("admin").header("Accept-Language", CHINESE).get("/api/machines/none").andReturn();

    assertThat(answer.jsonPath().getString("detail")).isEqualTo("没有这样的机器。");
  }

  @Test
  void a_connection_is_judged_in_the_callers_language() {
    put("git-servers/language", "{\"address\":\"http://127.0.0.1:1\"}", CHINESE);

    Response answer =
        as("admin")
            .header("Accept-Language", CHINESE)
            .post("/api/git-servers/language/test")
            .andReturn();

    assertThat(answer.jsonPath().getString("checks[0].message")).isEqualTo("127.0.0.1 在这个端口上拒绝连接");
  }

  private static Response put(String path, String body, String language) {
    return as("admin")
        .header("Accept-Language", language)
        .body(body)
        .put("/api/" + path)
        .andReturn();
  }
}
