/** GitLab by its REST API, version 4. */
@NullMarked
package org.laassoa.server.githost.gitlab;

import org.jspecify.annotations.NullMarked;
