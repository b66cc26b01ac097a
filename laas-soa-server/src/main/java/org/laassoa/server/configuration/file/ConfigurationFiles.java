package org.laassoa.server.configuration.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.server.problem.Violations;

/** Writes the configuration to a file, and brings it to what a file says. */
@ApplicationScoped
public class ConfigurationFiles {

  private final List<AppliedKind<?, ?>> kinds;
  private final YamlReading reading = new YamlReading();

  ConfigurationFiles(@All List<EntryKind<?, ?, ?>> kinds, EntryContext context) {
    this.kinds =
        inOrder(kinds).stream()
            .<AppliedKind<?, ?>>map(kind -> AppliedKind.of(kind, context))
            .toList();
  }

  /** What is referred to comes before what refers to it. */
  private static List<EntryKind<?, ?, ?>> inOrder(List<EntryKind<?, ?, ?>> kinds) {
    List<EntryKind<?, ?, ?>> left =
        new ArrayList<>(
            kinds.stream()
                .sorted(Comparator.<EntryKind<?, ?, ?>, String>comparing(EntryKind::section))
                .toList());
    List<EntryKind<?, ?, ?>> ordered = new ArrayList<>();
    Set<String> placed = new TreeSet<>();
    while (!left.isEmpty()) {
      EntryKind<?, ?, ?> next =
          left.stream()
              .filter(kind -> placed.containsAll(kind.refersTo()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("kinds refer to each other in a ring"));
      left.remove(next);
      ordered.add(next);
      placed.add(next.section());
    }
    return ordered;
  }

  /** The whole configuration without its secrets, YAML. */
  @Transactional
  public String export() {
    Map<String, Map<String, ObjectNode>> sections = new LinkedHashMap<>();
    kinds.forEach(kind -> sections.put(kind.kind().section(), kind.export()));
    return new ConfigurationFile(sections).text();
  }

  /**
   * Brings the configuration to what a file says, all or nothing. Entries that it does not name
   * stay as they are.
   *
   * @param text YAML, or JSON
   * @param dryRun whether to find out only: everything is done, and then taken back
   * @param prune whether entries are deleted that a section of the file does not name
   * @throws ProblemException with all that is wrong, field by field: {@code git_servers.gitea.port}
   */
  public Applied apply(byte[] text, boolean dryRun, boolean prune) {
    ConfigurationFile file =
        ConfigurationFile.of(
            reading.read(text), kinds.stream().map(kind -> kind.kind().section()).toList());
    QuarkusTransaction.begin();
    boolean commit = false;
    try {
      Applied applied = store(file, dryRun, prune);
      commit = !dryRun;
      return applied;
    } finally {
      if (commit) {
        QuarkusTransaction.commit();
      } else {
        QuarkusTransaction.rollback();
      }
    }
  }

  private Applied store(ConfigurationFile file, boolean dryRun, boolean prune) {
    List<AppliedChange> changes = new ArrayList<>();
    FieldErrors errors = new FieldErrors();
    int unchanged = 0;
    for (AppliedKind<?, ?> kind : kinds) {
      String section = kind.kind().section();
      for (var entry : file.sections().getOrDefault(section, Map.of()).entrySet()) {
        try {
          Optional<AppliedChange> change = kind.put(entry.getKey(), entry.getValue());
          change.ifPresent(changes::add);
          unchanged += change.isPresent() ? 0 : 1;
        } catch (ProblemException | ConstraintViolationException e) {
          note(e, section + "." + entry.getKey(), errors);
        }
      }
    }
    errors.throwIfAny();
    if (prune) {
      for (AppliedKind<?, ?> kind : kinds.reversed()) {
        var named = file.sections().get(kind.kind().section());
        if (named != null) {
          changes.addAll(kind.deleteOthers(named));
        }
      }
    }
    return new Applied(dryRun, unchanged, changes);
  }

  private static void note(RuntimeException refused, String entry, FieldErrors errors) {
    ProblemException problem =
        switch (refused) {
          case ProblemException known -> known;
          case ConstraintViolationException invalid -> Violations.problem(invalid);
          default -> throw refused;
        };
    if (problem.errors().isEmpty() && problem.type() != ProblemType.MALFORMED_REQUEST) {
      throw problem;
    }
    problem.errors().forEach(error -> errors.add(entry + "." + error.field(), error.message()));
    if (problem.errors().isEmpty()) {
      errors.add(entry, problem.detail());
    }
  }
}
