package org.laassoa.builder.disk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "512, 512",
    "1K, 1024",
    "500M, 524288000",
    "2GiB, 2147483648",
    "1TB, 1099511627776"
  })
  void sizes_are_read_in_powers_of_two(String text, long bytes) {
    assertThat(ByteSize.parse(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M", "-1", "1.5G", "5%", "1 G", "9999999999999T"})
  void other_forms_are_not_read(String text) {
    assertThat(ByteSize.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"17, 17 bytes", "2048, 2 KiB", "314572800, 300 MiB", "1610612736, 1.5 GiB"})
  void numbers_are_written_for_people(long bytes, String words) {
    assertThat(ByteSize.words(bytes)).isEqualTo(words);
  }

  @Test
  void what_is_written_is_never_longer_than_four_digits_below_a_pebibyte() {
    assertThat(ByteSize.words((1L << 50) - 1)).isEqualTo("1024 TiB");
  }
}
