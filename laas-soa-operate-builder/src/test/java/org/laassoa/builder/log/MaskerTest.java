package org.laassoa.builder.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {

  private static final String SECRET = "p4ss/w+rd ü?";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "hunter22, xhunter22y, x[MASKED]y",
    "hunter22, hunter22hunter22, [MASKED][MASKED]",
    "hunter22, hunterhunter22, hunter[MASKED]",
    "hunter22, hunter2, hunter2",
    "abcabc, abcabcabc, [MASKED]",
    "aaaa, aaaaaaa, [MASKED]",
    "abc, abc, abc"
  })
  void a_secret_is_replaced_at_every_split_point(String secret, String text, String expected)
      throws IOException {
    for (int split = 0; split <= text.length(); split++) {
      assertThat(masked(List.of(secret), text.getBytes(UTF_8), split))
          .isEqualTo(expected.getBytes(UTF_8));
    }
  }

  @Test
  void secrets_that_overlap_become_one_mask_at_every_split_point() throws IOException {
    List<String> secrets = List.of("abcdef", "defghi", "cdex", "bcdefghijk!");
    byte[] text = "-abcdefghijk-bcdefghijk!cdexx".getBytes(UTF_8);

    for (int split = 0; split <= text.length; split++) {
      assertThat(new String(masked(secrets, text, split), UTF_8))
          .isEqualTo("-[MASKED]jk-[MASKED][MASKED]x");
    }
  }

  @Test
  void masking_agrees_with_a_simple_search_on_random_text_in_random_chunks() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      List<String> secrets =
          List.of(randomText(random, 4, 6), randomText(random, 4, 9), randomText(random, 5, 12));
      byte[] text = randomText(random, 0, 200).getBytes(UTF_8);
      out.reset();
      Masker masker = new Masker(secrets, out);

      for (int at = 0, size; at < text.length; at += size) {
        size = Math.min(1 + random.nextInt(9), text.length - at);
        masker.write(text, at, size);
      }
      masker.finish();

      assertThat(out.toString(ISO_8859_1))
          .as("%s in %s", secrets, new String(text, UTF_8))
          .isEqualTo(maskedSimply(secrets, text));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void base64_is_masked_at_every_alignment(int before) throws IOException {
    byte[] plain = ("x".repeat(before) + SECRET + "tail").getBytes(UTF_8);
    String standard = Base64.getEncoder().encodeToString(plain);
    String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(plain);

    String log = masked(SECRET, standard + " " + urlSafe);

    // What is left is at most what the neighbours and the edges are made of.
    assertThat(log).matches(".{0,3}\\[MASKED].{4,8}=* .{0,3}\\[MASKED].{4,8}");
  }

  @Test
  void base64_that_is_wrapped_into_lines_is_masked() throws IOException {
    String key = randomText(new Random(1), 410, 411);
    String wrapped = Base64.getMimeEncoder().encodeToString(key.getBytes(UTF_8));

    assertThat(masked(key, wrapped)).matches("(\\[MASKED]\r\n)*\\[MASKED]=*");
  }

  @Test
  void url_encoded_forms_are_masked() throws IOException {
    String upper = "p4ss%2Fw%2Brd%20%C3%BC%3F";
    String form = URLEncoder.encode(SECRET, UTF_8);

    assertThat(masked(SECRET, upper + " " + upper.toLowerCase(Locale.ROOT) + " " + form))
        .isEqualTo("[MASKED] [MASKED] [MASKED]");
  }

  @Test
  void each_line_of_a_secret_of_several_lines_is_masked() throws IOException {
    String key = "-----BEGIN-----\n  first line\r\nsecond line\nend\n";

    assertThat(masked(key, "1: first line\n2: second line\n" + key))
        .isEqualTo("1: [MASKED]\n2: [MASKED]\n[MASKED]");
  }

  @Test
  void a_long_secret_is_masked_line_by_line_with_little_memory() throws IOException {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      chain.append("line ").append(i).append(" of a chain of certificates\n");
    }

    assertThat(masked(chain.toString(), "line 7 of a chain of certificates\nother\n"))
        .isEqualTo("[MASKED]\nother\n");
  }

  @Test
  void exactly_the_bytes_that_may_begin_a_secret_are_held_back() throws IOException {
    Masker masker = new Masker(List.of("hunter22"), out);

    masker.write("password: hunt".getBytes(UTF_8), 0, 14);

    assertThat(out.toString(UTF_8)).isEqualTo("password: ");
  }

  @Test
  void other_bytes_pass_as_they_are() throws IOException {
    byte[] bytes = new byte[5_000_000];
    new Random(3).nextBytes(bytes);

    assertThat(masked(List.of(SECRET, "\u001b[31m\rhidden"), bytes, 1_234_567)).isEqualTo(bytes);
  }

  private String masked(String secret, String text) throws IOException {
    return new String(masked(List.of(secret), text.getBytes(UTF_8), 0), UTF_8);
  }

  private byte[] masked(List<String> secrets, byte[] text, int split) throws IOException {
    out.reset();
    Masker masker = new Masker(secrets, out);
    masker.write(text, 0, split);
    masker.write(text, split, text.length - split);
    masker.finish();
    return out.toByteArray();
  }

  private static String randomText(Random random, int from, int to) {
    StringBuilder text = new StringBuilder();
    int length = from + random.nextInt(to - from);
    while (text.length() < length) {
      text.append((char) ('a' + random.nextInt(3)));
    }
    return text.toString();
  }

  private static String maskedSimply(List<String> secrets, byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int[] coveredBy = new int[text.length()];
    // Which stretch of overlapping secrets covers each byte; neighbours that only touch differ.
    boolean[] joined = new boolean[text.length() + 1];
    Arrays.fill(coveredBy, 0);
    for (String form : SecretForms.of(secrets)) {
      for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        Arrays.fill(coveredBy, at, at + form.length(), 1);
        Arrays.fill(joined, at + 1, at + form.length(), true);
      }
    }
    StringBuilder masked = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (coveredBy[at] == 0) {
        masked.append(text.charAt(at));
      } else if (!joined[at]) {
        masked.append(Masker.MASK);
      }
    }
    return masked.toString();
  }
}
