package org.laassoa.server.githost;

import org.laassoa.server.configuration.gitserver.GitServerKind;

/** A bean that knows the API of one kind of git host. */
public interface GitHostKind {

  /** The kind. */
  GitServerKind kind();

  /** A host of that kind. */
  GitHost at(HostAccess access);
}
