# The server on a Java runtime made for it. `./laas images` fills the context: java/, server.jar and
# agents/ (what the server installs on machines over SSH; may be empty).
#
# BASE needs glibc, zlib and nothing else. For a build that is the same tomorrow, give a digest.
ARG BASE=gcr.io/distroless/java-base-debian12:nonroot
FROM ${BASE}
COPY java /opt/java
COPY agents /opt/laas/agents
COPY server.jar /opt/laas/server.jar
# Its own data, should it need any, and temporary files: a volume where the root is read-only.
ENV LANG=C.UTF-8 LAAS_HOME=/tmp/laas LAAS_AGENT_BINARIES=/opt/laas/agents
WORKDIR /tmp
USER 10001:10001
EXPOSE 8080
# Three fifths of the memory for the heap: connections, threads and code need the rest. Without
# memory it ends, and is started again. JAVA_TOOL_OPTIONS adds to these.
ENTRYPOINT ["/opt/java/bin/java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/laas/server.jar"]
