package org.laassoa.server.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that go with pages: our own, and those of others from their WebJars, as listed in
 * {@code console/assets.txt}. All of them are under one version, a hash over them all, so that
 * modules find each other by their names and browsers keep them for good.
 */
@ApplicationScoped
public class Assets {

  /** Their addresses begin with this. */
  static final String PATH = "/assets/";

  private static final String LIST = "console/assets.txt";
  private static final int VERSION_CHARACTERS = 16;

  private final Map<String, Asset> byName;
  private final String version;

  Assets() {
    this.byName = new TreeMap<>();
    MessageDigest hash = sha256();
    for (String line : text(LIST).lines().toList()) {
      String[] parts = line.split(" ", 2);
      byte[] bytes = bytes(parts.length == 2 ? parts[1] : "console/assets/" + parts[0]);
      byName.put(parts[0], Asset.of(parts[0], bytes));
      hash.update(bytes);
    }
    this.version = HexFormat.of().formatHex(hash.digest()).substring(0, VERSION_CHARACTERS);
  }

  /**
   * Where a browser finds it.
   *
   * @param name as listed, such as {@code console.css}
   * @throws IllegalArgumentException when it is not listed
   */
  public String address(String name) {
    if (!byName.containsKey(name)) {
      throw new IllegalArgumentException(name + " is not listed in " + LIST);
    }
    return PATH + version + "/" + name;
  }

  /** The file of that name; a former version's name leads to today's file. */
  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether an address is of today's files, so that it may be kept for good. */
  boolean isCurrent(String path) {
    return path.startsWith(PATH + version + "/");
  }

  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not there");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
