package org.laassoa.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.problem.ProblemException;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-, 0, 10",
    "bytes=3-5, 3, 6",
    "bytes=3-99, 3, 10",
    "bytes=-4, 6, 10",
    "bytes=-99, 0, 10"
  })
  void a_range_is_taken_within_the_length(String header, long from, long to) {
    assertThat(ByteRange.of(header, 10)).contains(new ByteRange(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=-", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=1"})
  void what_is_no_single_range_of_bytes_is_ignored(String header) {
    assertThat(ByteRange.of(header, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=11-12", "bytes=5-4", "bytes=-0"})
  void a_range_without_a_byte_is_refused(String header) {
    assertThatThrownBy(() -> ByteRange.of(header, 10)).isInstanceOf(ProblemException.class);
  }

  @Test
  void without_a_header_there_is_no_range() {
    assertThat(ByteRange.of(null, 10)).isEmpty();
  }
}
