/** The cases that must work, on the packaged server and agent and real parts around them. */
package org.laassoa.endtoend;
