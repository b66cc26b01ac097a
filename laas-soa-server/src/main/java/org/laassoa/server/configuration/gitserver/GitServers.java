package org.laassoa.server.configuration.gitserver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.StoredPassword;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.configuration.input.WebAddress;
import org.laassoa.server.outbound.AddressPolicy;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.secret.SecretCipher;

/** How git servers are checked, stored and shown. */
@ApplicationScoped
public class GitServers implements EntryKind<GitServer, GitServerRequest, GitServerView> {
  static final String PATH = "/api/git-servers";

  private final GitServerRepository repository;
  private final StoredPassword passwords;
  private final StoredPassword apiTokens;
  private final AddressPolicy addresses;

  GitServers(GitServerRepository repository, SecretCipher cipher, AddressPolicy addresses) {
    this.repository = repository;
    this.passwords = new StoredPassword(cipher, "git_servers.password");
    this.apiTokens = new StoredPassword(cipher, "git_servers.api_token");
    this.addresses = addresses;
  }

  /** The password of that server in plain text, if it has one. */
  public Optional<String> password(GitServer server) {
    return passwords.decrypt(server.getPasswordEnc(), server.getName());
  }

  /** The token for that server's API in plain text: its own one, else its password. */
  public Optional<String> apiToken(GitServer server) {
    return apiTokens.decrypt(server.getApiTokenEnc(), server.getName()).or(() -> password(server));
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
    errors.require(!addresses.forbidsHostOf(request.address()), "address", AddressPolicy.COMPLAINT);
    StoredPassword.check(request.password(), "password", errors);
    StoredPassword.check(request.apiToken(), "api_token", errors);
  }

  @Override
  public void apply(GitServerRequest request, GitServer server) {
    if (request.isDefault() && !server.isDefault()) {
      repository.clearDefault();
    }
    server.apply(request);
    server.setPasswordEnc(
        passwords.changed(request.password(), server.getPasswordEnc(), server.getName()));
    server.setApiTokenEnc(
        apiTokens.changed(request.apiToken(), server.getApiTokenEnc(), server.getName()));
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
