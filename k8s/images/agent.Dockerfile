# The agent as a native executable. `./laas images` fills the context: laas-agent.
#
# BASE needs glibc, zlib and CA certificates. For a build that is the same tomorrow, give a digest.
ARG BASE=gcr.io/distroless/java-base-debian12:nonroot
FROM ${BASE}
COPY laas-agent /usr/local/bin/laas-agent
# Temporary files: a volume where the root is read-only. The root folder is to be a volume anyway.
ENV LANG=C.UTF-8 HOME=/tmp LAAS_ROOT=/var/lib/laas-agent/root
WORKDIR /tmp
USER 1000:1000
ENTRYPOINT ["/usr/local/bin/laas-agent"]
