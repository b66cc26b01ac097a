/** Gitea and Forgejo by their REST API, version 1. */
@NullMarked
package org.laassoa.server.githost.gitea;

import org.jspecify.annotations.NullMarked;
