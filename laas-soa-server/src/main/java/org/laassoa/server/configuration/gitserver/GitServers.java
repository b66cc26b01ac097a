package org.laassoa.server.configuration.gitserver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.StoredPassword;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.configuration.input.WebAddress;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.secret.SecretCipher;

/** How git servers are checked, stored and shown. */
@ApplicationScoped
public class GitServers implements EntryKind<GitServer, GitServerRequest, GitServerView> {
  static final String PATH = "/api/git-servers";

  private final GitServerRepository repository;
  private final StoredPassword passwords;

  GitServers(GitServerRepository repository, SecretCipher cipher) {
    this.repository = repository;
    this.passwords = new StoredPassword(cipher, "git_servers.password");
  }

  /** The password of that server in plain text, if it has one. */
  public Optional<String> password(GitServer server) {
    return passwords.decrypt(server.getPasswordEnc(), server.getName());
  }

  @Override
  public String noun() {
    return "git server";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public GitServerRepository repository() {
    return repository;
  }

  @Override
  public Class<GitServerRequest> requestType() {
    return GitServerRequest.class;
  }

  @Override
  public GitServer create(String name) {
    return new GitServer(name);
  }

  @Override
  public void check(GitServerRequest request, FieldErrors errors) {
    WebAddress.complaint(request.address())
        .ifPresent(complaint -> errors.add("address", complaint));
    errors.require(
        request.port() == null || !WebAddress.hasPort(request.address()),
        "port",
        "stands in the address already");
    StoredPassword.check(request.password(), errors);
  }

  @Override
  public void apply(GitServerRequest request, GitServer server) {
    if (request.isDefault() && !server.isDefault()) {
      repository.clearDefault();
    }
    server.apply(request);
    server.setPasswordEnc(
        passwords.changed(request.password(), server.getPasswordEnc(), server.getName()));
  }

  @Override
  public GitServerView view(GitServer server) {
    return GitServerView.of(server);
  }

  @Override
  public Map<String, String> filters() {
    return Map.of("kind", "kind");
  }

  @Override
  public List<Usage> usages() {
    return List.of(Usage.byReference("project", "projects", "git_server_id"));
  }
}
