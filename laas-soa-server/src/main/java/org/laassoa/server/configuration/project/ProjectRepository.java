package org.laassoa.server.configuration.project;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.configuration.EntryRepository;
import org.laassoa.server.configuration.PageQuery;

/** The stored projects. */
@ApplicationScoped
public class ProjectRepository implements EntryRepository<Project> {

  private static final String VISIBLE =
      "id in ?1 and (locate(?2, lower(name)) > 0 or locate(?2, lower(description)) > 0)";

  private final VisibleProjects visible;

  ProjectRepository(VisibleProjects visible) {
    this.visible = visible;
  }

  /** Only those that the caller may know of. */
  @Override
  public PanacheQuery<Project> search(PageQuery query) {
    Optional<Set<Long>> only = visible.only();
    if (only.isEmpty()) {
      return EntryRepository.super.search(query);
    }
    Set<Long> ids = new HashSet<>(only.get());
    ids.add(0L); // No project has it: the list is never empty.
    String text = query.text().toLowerCase(Locale.ROOT);
    return find(VISIBLE, Sort.by("name"), ids, text).page(query.page(), query.size());
  }
}
