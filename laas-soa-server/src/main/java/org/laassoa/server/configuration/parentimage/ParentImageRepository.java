package org.laassoa.server.configuration.parentimage;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.configuration.EntryRepository;

/** The stored parent images. */
@ApplicationScoped
public class ParentImageRepository implements EntryRepository<ParentImage> {}
