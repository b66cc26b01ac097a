package org.laassoa.server.console.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;
import org.laassoa.server.console.history.Meanwhile;
import org.laassoa.server.console.history.MeanwhilePart;
import org.laassoa.server.console.history.Watched;
import org.laassoa.server.people.Accounts;
import org.laassoa.server.people.ApiToken;
import org.laassoa.server.people.ApiTokens;
import org.laassoa.server.people.UserView;
import org.laassoa.server.people.Users;

/** The users. */
@Path("/administration/users")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class UsersPages {

  private static final String PATH = "/administration/users";

  private final Shell shell;
  private final Users users;
  private final Accounts accounts;
  private final ApiTokens tokens;
  private final ChangedUsers changed;

  UsersPages(Shell shell, Users users, Accounts accounts, ApiTokens tokens, ChangedUsers changed) {
    this.changed = changed;
    this.shell = shell;
    this.users = users;
    this.accounts = accounts;
    this.tokens = tokens;
  }

  @CheckedTemplate(basePath = "console/administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance users(ListPage page);

    static native TemplateInstance user(UserPage page);
  }

  /**
   * The list.
   *
   * @param users the users, by name
   * @param search the words that are searched for, possibly empty
   * @param pager where one is among the pages
   */
  record ListPage(List<UserView> users, String search, Pager pager) {}

  /**
   * A user.
   *
   * @param user the user
   * @param role the role's name; empty where they have none on everything
   * @param tokens their tokens
   * @param meanwhile what became of them since
   * @param saved whether they have just been saved
   */
  record UserPage(
      UserView user, String role, List<ApiToken> tokens, Meanwhile meanwhile, boolean saved) {}

  /** Shows the list. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list(@BeanParam PageQuery query) {
    PageView<UserView> page = users.list(query, null, null);
    return shell.show(
        Templates.users(
            new ListPage(
                page.items(),
                query.text(),
                Pager.of(
                    PATH, Map.of("q", query.text()), query.page(), query.size(), page.total()))));
  }

  /** Shows a user. */
  @GET
  @Path("{name}")
  @Operation(hidden = true)
  public TemplateInstance user(@RestPath String name, @RestQuery @Nullable String saved) {
    UserView user = users.get(name);
    var role = user.role();
    return shell.show(
        Templates.user(
            new UserPage(
                user,
                role == null ? "" : role.storedName(),
                accounts.find(user.name()).map(tokens::of).orElse(List.of()),
                Meanwhile.nothing(watched(user.name(), ChangedUsers.version(user))),
                saved != null)));
  }

  /** The part of a user's page that tells who has the form open what became of them since. */
  @GET
  @Path("{name}/meanwhile")
  @Operation(hidden = true)
  public TemplateInstance meanwhile(
      @RestPath String name, @RestQuery @DefaultValue("") String filled) {
    return shell.show(MeanwhilePart.of(changed.since(name, watched(name, filled))));
  }

  private static Watched watched(String name, String filled) {
    return new Watched(PATH + "/" + name, PATH, filled);
  }
}
