package org.laassoa.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.laassoa.endtoend.git.Git;
import org.laassoa.endtoend.git.GitHttpServer;

/**
 * A push that has reached its repository.
 *
 * @param path such as {@code team/shop}
 * @param branch such as {@code main}
 * @param before the branch's commit until then
 * @param after the one since
 */
record GitlabPush(String path, String branch, String before, String after) {

  /** What GitLab sends about it, by its documentation "Webhook events", "Push events". */
  String payload(GitHttpServer git) throws IOException {
    try (var template = GitlabPush.class.getResourceAsStream("/gitlab/push.json")) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{before}", before)
          .replace("{after}", after)
          .replace("{branch}", branch)
          .replace("{repository}", git.url(path).toString())
          .replace("{path}", path)
          .replace(
              "{message}",
              Git.run(git.root().resolve(path + ".git"), "log", "-1", "--format=%s", after));
    }
  }
}
