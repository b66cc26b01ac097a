/** The main job in one command: server, agent, repository, build, live log, result. */
@NullMarked
package org.laassoa.endtoend.demo;

import org.jspecify.annotations.NullMarked;
