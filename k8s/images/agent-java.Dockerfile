# The agent on a Java runtime made for it, for where no native executable can be built. `./laas
# images` fills the context: java/ and agent.jar.
ARG BASE=gcr.io/distroless/java-base-debian12:nonroot
FROM ${BASE}
COPY java /opt/java
COPY agent.jar /opt/laas/agent.jar
ENV LANG=C.UTF-8 HOME=/tmp LAAS_ROOT=/var/lib/laas-agent/root
WORKDIR /tmp
USER 1000:1000
ENTRYPOINT ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/laas/agent.jar"]
