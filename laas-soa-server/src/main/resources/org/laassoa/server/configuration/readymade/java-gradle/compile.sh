#!/bin/sh
# Builds a Gradle project and runs its tests, with the project's own Gradle where it has a wrapper.
# GRADLE_TASKS says what to run instead. What is downloaded stays for later builds.
set -eu

if [ -f gradlew ]; then
  set -- sh ./gradlew
else
  set -- gradle
fi
# Several tasks are several words. A daemon would outlive the build.
# shellcheck disable=SC2086
"$@" --no-daemon --console=plain ${GRADLE_TASKS:-build}
