package org.laassoa.server.configuration.readymade;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A language as its file in the jar describes it.
 *
 * @param description in a few words
 * @param projectType the type of project it is for
 * @param environment the build environment as a request
 */
@JsonNaming(SnakeCaseStrategy.class)
record Recipe(String description, String projectType, ObjectNode environment) {}
