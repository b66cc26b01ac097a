package org.laassoa.server.githook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import org.laassoa.server.secret.SecretCipher;

/** Makes and keeps the secrets that hooks are signed with. */
@ApplicationScoped
class GitHookSecrets {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final SecretCipher cipher;

  GitHookSecrets(SecretCipher cipher) {
    this.cipher = cipher;
  }

  /** A new one: 256 random bits in 43 characters. */
  String make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** How it is stored for a project. */
  byte[] encrypt(String secret, String project) {
    return cipher.encrypt(secret, context(project));
  }

  /** That of a stored hook. */
  String of(GitHook hook, String project) {
    return cipher.decrypt(hook.secretEnc(), context(project));
  }

  private static String context(String project) {
    return "project_webhooks.secret:" + project;
  }
}
