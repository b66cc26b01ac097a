/** The manifests in k8s/, rendered as an operator would and held against what they must be. */
@NullMarked
package org.laassoa.endtoend.kubernetes;

import org.jspecify.annotations.NullMarked;
