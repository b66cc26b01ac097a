package org.laassoa.builder.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes TLS trust the authorities that this machine trusts: what the JDK brings, or was built into
 * the native executable, knows no company's own. They are in a file of PEM certificates, which Java
 * does not read: a key store of the same is kept beside the agent's identity.
 *
 * @param folder for that key store alone; made when it is missing
 */
record MachineTrust(Path folder) {

  private static final String STORE = "javax.net.ssl.trustStore";
  private static final String STORE_TYPE = "javax.net.ssl.trustStoreType";

  /** Reads without a password, and needs none for certificates. */
  private static final String TYPE = "JKS";

  /** As OpenSSL, Go and curl call it. */
  private static final String VARIABLE = "SSL_CERT_FILE";

  private static final List<Path> USUAL =
      List.of(
          // Debian and its like; Fedora and its like; openSUSE; Alpine and macOS.
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  /**
   * Takes effect for all connections that are made after it. Does nothing when the process was
   * started with a trust store of its own, or the machine has no such file.
   *
   * @param environment its {@code SSL_CERT_FILE} names the file in place of the usual ones
   * @throws StartFailure when the file is not usable
   */
  void apply(Map<String, String> environment) throws StartFailure {
    Optional<Path> bundle =
        Optional.ofNullable(environment.get(VARIABLE))
            .map(Path::of)
            .or(() -> USUAL.stream().filter(Files::isReadable).findFirst());
    if (System.getProperty(STORE) != null || bundle.isEmpty()) {
      return;
    }
    try {
      System.setProperty(STORE, keyStore(bundle.get()).toString());
      System.setProperty(STORE_TYPE, TYPE);
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure(
          StartFailure.ENVIRONMENT,
          "the certificates in "
              + bundle.get()
              + " cannot be used: "
              + e
              + "; "
              + VARIABLE
              + " may name another file",
          e);
    }
  }

  /**
   * The key store of these certificates: made once, the agent starts in less time than it takes.
   */
  Path keyStore(Path bundle) throws IOException, GeneralSecurityException {
    byte[] pem = Files.readAllBytes(bundle);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(pem);
    Path store = folder.resolve(HexFormat.of().formatHex(digest, 0, 8) + ".jks");
    if (Files.notExists(store)) {
      byte[] bytes = keyStore(new String(pem, StandardCharsets.ISO_8859_1));
      Files.createDirectories(folder);
      deleteOutdated();
      Path fresh = Files.createTempFile(folder, "", ".new");
      Files.write(fresh, bytes);
      Files.move(fresh, store, StandardCopyOption.ATOMIC_MOVE);
    }
    return store;
  }

  private static byte[] keyStore(String pem) throws IOException, GeneralSecurityException {
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    KeyStore store = KeyStore.getInstance(TYPE);
    store.load(null, null);
    for (Matcher matcher = CERTIFICATE.matcher(pem); matcher.find(); ) {
      byte[] one = matcher.group().getBytes(StandardCharsets.US_ASCII);
      try {
        store.setCertificateEntry(
            Integer.toString(store.size()),
            certificates.generateCertificate(new ByteArrayInputStream(one)));
      } catch (CertificateException e) {
        // Of a kind that Java does not know: what it vouches for is not trusted, the others count.
      }
    }
    if (store.size() == 0) {
      throw new CertificateException("no certificate is in it");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Certificates are public: this is for the format, nobody is asked for it.
    store.store(bytes, "changeit".toCharArray());
    return bytes.toByteArray();
  }

  private void deleteOutdated() throws IOException {
    try (var outdated = Files.newDirectoryStream(folder)) {
      for (Path file : outdated) {
        Files.delete(file);
      }
    }
  }
}
