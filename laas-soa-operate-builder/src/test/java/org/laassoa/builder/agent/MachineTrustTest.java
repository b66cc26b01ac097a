package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTrustTest {

  private static List<String> authorities;

  @TempDir Path folder;

  /** The certificates of the JDK, as the lines of a bundle would have them. */
  @BeforeAll
  static void takeCertificates() throws Exception {
    KeyStore store = load(Path.of(System.getProperty("java.home"), "lib/security/cacerts"));
    Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
    authorities =
        Collections.list(store.aliases()).stream()
            .limit(3)
            .map(alias -> base64.encodeToString(encoded(store, alias)))
            .map(text -> "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n")
            .toList();
  }

  @Test
  void every_certificate_of_the_bundle_is_trusted_whatever_stands_between_them() throws Exception {
    Path bundle = bundle("# Some - authority\n" + String.join("\n# Another\n", authorities));

    Path store = new MachineTrust(folder.resolve("trust")).keyStore(bundle);

    assertThat(load(store).size()).isEqualTo(3);
  }

  @Test
  void a_certificate_that_java_cannot_read_does_not_keep_the_others_out() throws Exception {
    Path bundle =
        bundle(
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                + authorities.getFirst());

    Path store = new MachineTrust(folder.resolve("trust")).keyStore(bundle);

    assertThat(load(store).size()).isEqualTo(1);
  }

  @Test
  void a_bundle_that_has_not_changed_is_not_read_again() throws Exception {
    MachineTrust trust = new MachineTrust(folder.resolve("trust"));
    Path bundle = bundle(authorities.getFirst());
    Path first = trust.keyStore(bundle);
    Files.write(first, new byte[0]);

    Path second = trust.keyStore(bundle);

    assertThat(second).isEqualTo(first).isEmptyFile();
  }

  @Test
  void a_changed_bundle_takes_the_place_of_the_former_one() throws Exception {
    MachineTrust trust = new MachineTrust(folder.resolve("trust"));
    Path former = trust.keyStore(bundle(authorities.getFirst()));

    Path changed = trust.keyStore(bundle(authorities.get(0) + authorities.get(1)));

    assertThat(load(changed).size()).isEqualTo(2);
    assertThat(former).doesNotExist();
  }

  @Test
  void a_file_without_certificates_is_refused() throws Exception {
    Path bundle = bundle("nothing\n");

    assertThatThrownBy(() -> new MachineTrust(folder.resolve("trust")).keyStore(bundle))
        .isInstanceOf(CertificateException.class)
        .hasMessageContaining("no certificate");
  }

  @Test
  void a_file_that_the_environment_names_must_be_there() {
    Map<String, String> environment = Map.of("SSL_CERT_FILE", folder + "/absent.pem");

    assertThatThrownBy(() -> new MachineTrust(folder.resolve("trust")).apply(environment))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("absent.pem")
        .hasMessageContaining("SSL_CERT_FILE");
  }

  private Path bundle(String text) throws Exception {
    return Files.writeString(folder.resolve("bundle.pem"), text, StandardCharsets.US_ASCII);
  }

  private static KeyStore load(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("JKS");
    try (InputStream bytes = Files.newInputStream(file)) {
      store.load(bytes, null);
    }
    return store;
  }

  private static byte[] encoded(KeyStore store, String alias) {
    try {
      return ((X509Certificate) store.getCertificate(alias)).getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
