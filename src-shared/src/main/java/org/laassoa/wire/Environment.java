package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A build environment.
 *
 * @param name the environment's name; the image made from it is {@code build_<name>}
 * @param image the base image
 * @param recipe further Dockerfile lines after {@code FROM}, or missing
 * @param pullPolicy when the base image is pulled
 * @param network the container network of scripts: {@code bridge}, {@code host} or {@code none}
 * @param registry login for the base image, or missing
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Environment(
    String name,
    String image,
    @Nullable String recipe,
    PullPolicy pullPolicy,
    String network,
    @Nullable Registry registry) {

  private static final Pattern IMAGE_NAME = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");
  private static final int MAX_IMAGE_NAME = 100;
  private static final int HASH_LENGTH = 12;

  /** The name of the image that is made from it. */
  public String imageName() {
    return imageNameOf(name);
  }

  /**
   * The name of the image that is made from the environment of that name, {@code build_<name>}.
   * What an image's name may not hold is taken out; then a part of the name's SHA-256 keeps
   * different environments apart.
   */
  public static String imageNameOf(String name) {
    if (IMAGE_NAME.matcher(name).matches() && name.length() <= MAX_IMAGE_NAME) {
      return "build_" + name + ":latest";
    }
    String readable =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    readable = readable.substring(0, Math.min(readable.length(), MAX_IMAGE_NAME - 20));
    String hash = sha256(name).substring(0, HASH_LENGTH);
    return "build_"
        + (readable.isEmpty() ? "" : readable.replaceAll("-$", "") + "-")
        + hash
        + ":latest";
  }

  /** The Dockerfile that the image is made from. */
  public String dockerfile() {
    String lines = recipe == null ? "" : recipe.replace("\r\n", "\n");
    return "FROM " + image + "\n" + lines + "\n";
  }

  /** In hexadecimal, with a zero byte behind the text. */
  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
