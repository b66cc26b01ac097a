package org.laassoa.builder.doctor;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.laassoa.builder.git.GitTrial;

/** Whether sources can be checked out here, short of asking a Git server. */
public final class GitCheck implements Check {

  private final Path root;

  /** A check in the agent's folder. */
  public GitCheck(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "git";
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        GitTrial.in(Folders.existing(root))
            .map(
                why ->
                    Finding.fail(
                        "no repository can be made in " + root + ": " + why,
                        "let this user write there"))
            .orElseGet(() -> Finding.ok("a repository can be made and cloned")));
    findings.add(trust());
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    if (!Charset.defaultCharset().equals(names)) {
      findings.add(
          Finding.warn(
              "file names are written in " + names + ": sources with others cannot be checked out",
              "start the agent with LC_ALL=C.UTF-8"));
    }
    return findings;
  }

  private static Finding trust() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      long authorities =
          Stream.of(factory.getTrustManagers())
              .filter(X509TrustManager.class::isInstance)
              .mapToLong(manager -> ((X509TrustManager) manager).getAcceptedIssuers().length)
              .sum();
      return authorities > 0
          ? Finding.ok(authorities + " certificate authorities are trusted")
          : Finding.warn("no certificate authority is trusted", "https will fail: add them");
    } catch (GeneralSecurityException e) {
      return Finding.fail("the trust store cannot be read: " + e, "https will fail: repair it");
    }
  }
}
