package org.laassoa.server.configuration.capability;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.laassoa.server.configuration.ConfigurationEntry;

/** Which types of action agents may take that poll from a network. */
@Entity
@Table(name = "capability_rules")
public class CapabilityRule extends ConfigurationEntry {
  @Column(nullable = false)
  @ColumnTransformer(read = "text(network)", write = "?::cidr")
  private String network;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] actions;

  /** For Hibernate. */
  protected CapabilityRule() {}

  CapabilityRule(String name) {
    super(name);
  }

  void apply(String newNetwork, List<String> newActions) {
    network = newNetwork;
    actions = newActions.toArray(String[]::new);
  }

  /** The network, such as {@code 10.1.0.0/16} or {@code fd00::/8}; one host has all bits. */
  public String getNetwork() {
    return network;
  }

  /** The types; none when agents of that network get nothing. */
  public List<String> getActions() {
    return Arrays.asList(actions);
  }
}
