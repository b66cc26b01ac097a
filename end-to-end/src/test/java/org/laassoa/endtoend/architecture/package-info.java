/** The page that describes the architecture, held against the code. */
package org.laassoa.endtoend.architecture;
