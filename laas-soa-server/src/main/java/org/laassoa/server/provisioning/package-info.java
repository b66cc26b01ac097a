/** What the server does on machines: it installs agents, upgrades, diagnoses and removes them. */
@NullMarked
package org.laassoa.server.provisioning;

import org.jspecify.annotations.NullMarked;
