package org.laassoa.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8BorderTest {

  @ParameterizedTest
  @ValueSource(strings = {"abc", "aé", "a构", "a😀", ""})
  void whole_characters_are_taken_whole(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(Utf8Border.before(bytes)).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "构", "😀"})
  void an_unfinished_character_waits_for_its_rest(String character) {
    byte[] bytes = ("ab" + character).getBytes(UTF_8);
    for (int cut = 3; cut < bytes.length; cut++) {
      assertThat(Utf8Border.before(Arrays.copyOf(bytes, cut))).isEqualTo(2);
    }
  }

  @Test
  void bytes_that_are_no_beginning_are_not_waited_for() {
    byte[] stray = {'a', (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80};

    assertThat(Utf8Border.before(stray)).isEqualTo(stray.length);
  }
}
