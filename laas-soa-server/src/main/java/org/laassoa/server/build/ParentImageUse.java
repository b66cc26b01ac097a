package org.laassoa.server.build;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.parentimage.ParentImageRepository;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ImageReport;

/** What has been built of a parent image, and who builds on it. */
@ApplicationScoped
class ParentImageUse {
  private static final String IMAGES =
      """
      SELECT id, images, ended_at, requested_by FROM ended_actions
      WHERE parent_image_id = ? AND state = 'succeeded'
      ORDER BY id DESC LIMIT ? OFFSET ?
      """;

  private static final String COUNT =
      "SELECT count(*) FROM ended_actions WHERE parent_image_id = ? AND state = 'succeeded'";

  private static final String USERS =
      """
      SELECT c.name, array_agg(p.name ORDER BY p.name) FILTER (WHERE p.name IS NOT NULL)
      FROM build_configurations c LEFT JOIN projects p ON p.build_configuration_id = c.id
      WHERE c.parent_image_id = ? GROUP BY c.name ORDER BY c.name
      """;

  private final ParentImageRepository parentImages;
  private final Transactions transactions;
  private final Json json;

  ParentImageUse(ParentImageRepository parentImages, Transactions transactions, Json json) {
    this.parentImages = parentImages;
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * The images that builds of it have made, newest first.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  PageView<BuiltImageView> images(String name, int page, int size) {
    long id = id(name);
    return transactions.single(
        connection -> {
          try (var images = Parameters.of(connection, IMAGES);
              var count = Parameters.of(connection, COUNT)) {
            List<BuiltImageView> found =
                images.add(id).add(size).add((long) page * size).query(this::images).stream()
                    .flatMap(List::stream)
                    .toList();
            return new PageView<>(found, count.add(id).queryNumber());
          }
        });
  }

  private List<BuiltImageView> images(ResultSet row) throws SQLException {
    long build = row.getLong(1);
    var builtAt = row.getTimestamp(3).toInstant();
    String requestedBy = row.getString(4);
    return json.read(row.getString(2), new TypeReference<List<ImageReport>>() {}).stream()
        .map(
            image ->
                new BuiltImageView(
                    build, image.name(), image.id(), image.digest(), builtAt, requestedBy))
        .toList();
  }

  /**
   * Who builds on it.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  ParentImageUsers users(String name) {
    long id = id(name);
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, USERS)) {
            return new ParentImageUsers(statement.add(id).query(ParentImageUse::user));
          }
        });
  }

  private static ParentImageUsers.User user(ResultSet row) throws SQLException {
    var projects = row.getArray(2);
    return new ParentImageUsers.User(
        row.getString(1), projects == null ? List.of() : List.of((String[]) projects.getArray()));
  }

  private long id(String name) {
    return parentImages
        .findByName(name)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "there is no such parent image"))
        .getId();
  }
}
