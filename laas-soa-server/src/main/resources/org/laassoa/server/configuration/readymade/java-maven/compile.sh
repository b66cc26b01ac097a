#!/bin/sh
# Builds a Maven project and runs its tests, with the project's own Maven where it has a wrapper.
# MAVEN_GOALS says what to run instead, such as "deploy". What is downloaded stays for later builds.
set -eu

export MAVEN_USER_HOME="$LAAS_DEPENDENCY_LIB/maven-wrapper"
if [ -f mvnw ]; then
  set -- sh ./mvnw
else
  set -- mvn
fi
# Several goals are several words.
# shellcheck disable=SC2086
"$@" -B -ntp ${MAVEN_GOALS:-verify}
