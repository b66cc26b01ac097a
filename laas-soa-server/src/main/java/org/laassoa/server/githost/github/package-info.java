/** GitHub and GitHub Enterprise Server by their REST API, version 2022-11-28. */
@NullMarked
package org.laassoa.server.githost.github;

import org.jspecify.annotations.NullMarked;
