# syntax=docker/dockerfile:1

FROM maven:3.9.9-eclipse-temurin-17 AS build
# Generating the jOOQ classes starts a PostgreSQL. As root it would need a user namespace, which
# builds are not given; as anybody else it needs nothing.
RUN useradd --create-home --uid 10001 builder && install -d -o builder -g builder /build
USER builder
WORKDIR /build
COPY --chown=builder:builder . .
RUN --mount=type=cache,target=/home/builder/.m2,uid=10001,gid=10001 \
    mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true package

FROM eclipse-temurin:25.0.4_7-jre-noble
RUN useradd --system --no-create-home --uid 10001 midgard && install -d -o midgard /data
WORKDIR /app
COPY --from=build /build/service/target/lib lib/
COPY --from=build /build/service/target/midgard-streams.jar ./
COPY samples samples/
USER midgard
ENV DATA_DIR=/data
# RocksDB allocates on many threads; with an arena for each, glibc keeps 50 MB and more of air.
ENV MALLOC_ARENA_MAX=2
VOLUME /data
EXPOSE 8000 3000
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s --retries=3 \
  CMD ["java", "-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "midgard-streams.jar", "health"]
# Half of the container's memory for the heap: RocksDB, metaspace and threads live beside it. Half of
# that for what is short-lived, as in the Makefile.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:NewRatio=1", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "midgard-streams.jar"]
CMD ["run"]
