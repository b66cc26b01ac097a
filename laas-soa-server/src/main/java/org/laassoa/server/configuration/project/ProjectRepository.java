package org.laassoa.server.configuration.project;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.configuration.EntryRepository;

/** The stored projects. */
@ApplicationScoped
public class ProjectRepository implements EntryRepository<Project> {}
