package org.laassoa.server.configuration.capability;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.configuration.EntryRepository;

/** The stored capability rules. */
@ApplicationScoped
public class CapabilityRuleRepository implements EntryRepository<CapabilityRule> {}
