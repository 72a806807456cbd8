# Midgard Streams. `make help` lists what there is; all it needs is a JDK 17 or newer and Maven.

MVN ?= mvn
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
JAR := service/target/midgard-streams.jar
BENCH_JAR := bench/target/midgard-bench.jar
SOURCES := $(shell find pom.xml */pom.xml */src/main -type f 2>/dev/null)
ARGS ?=

# Flags that silence warnings about native access; JDKs before 24 do not know the second one.
JDK := $(shell $(JAVA) -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
NATIVE_FLAGS := $(if $(filter 1 2,$(shell [ "$(JDK)" -ge 24 ] 2>/dev/null && echo 1)),--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
# A world makes much that is short-lived and keeps little: with a large young generation and two
# collecting threads it works off a third more events than with the serial collector, within a
# gigabyte in all (docs/bench.md). The initial heap is named, since a JVM takes more of a larger
# machine; so is what classes may take before everything is collected for their sake, which took .2
# to .3 s in a start's first minute. Most of what outlives five collections outlives fifteen too, and
# would be copied at each of them; and in pages of 2 MB instead of 4 KB, where the system has them, a
# tenth more events is worked off (docs/bench.md). What runs for long is compiled for speed all the
# same; that what runs only at a start is not leaves the cores to the start (docs/start.md).
HUGE_PAGES := $(if $(shell grep -Es '\[(madvise|always)\]' /sys/kernel/mm/transparent_hugepage/enabled),-XX:+UseTransparentHugePages)
WORLD_FLAGS := -Xms256m -Xmx480m -Xmn176m -XX:+UseParallelGC -XX:MaxTenuringThreshold=5 $(HUGE_PAGES) -XX:MetaspaceSize=160m -XX:+ExitOnOutOfMemoryError \
  -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000
# RocksDB allocates on many threads; with an arena for each, glibc keeps 50 MB and more of air.
export MALLOC_ARENA_MAX ?= 2
# The classes of a start, loaded and verified beforehand: a quarter less work until a world is ready
# (docs/start.md). A JVM leaves an archive aside that is not of its own making, or of other jars.
ARCHIVE := service/target/midgard-streams-jdk$(JDK).jsa
JVM_FLAGS := $(WORLD_FLAGS) $(NATIVE_FLAGS) -XX:SharedArchiveFile="$(CURDIR)/$(ARCHIVE)" -Xlog:cds=off,cds+dynamic=off
# By its whole path: the archive is for that path only, and so serves from any folder.
PROGRAM := -jar "$(CURDIR)/$(JAR)"
MIDGARD := $(JAVA) $(JVM_FLAGS) $(PROGRAM)
BENCH := $(JAVA) -Xmx1g -XX:+UseSerialGC $(NATIVE_FLAGS) -jar $(BENCH_JAR)

.DEFAULT_GOAL := help

## help: what there is to make
.PHONY: help
help:
	@echo "Midgard Streams"
	@sed -n 's/^## \([a-z-]*\): \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

## run: a living world on this machine: embedded servers, with a recorded session played into it
.PHONY: run
run: $(JAR) $(ARCHIVE)
	@$(MIDGARD) run --demo $(ARGS)

## run-empty: the same world with nothing happening in it until a game server sends events
.PHONY: run-empty
run-empty: $(JAR) $(ARCHIVE)
	@$(MIDGARD) run $(ARGS)

## test: everything: format, rules of the house, unit tests, tests over real embedded servers
.PHONY: test
test:
	$(MVN) -B -ntp verify

## smoke: asks a running world what the requirement's smoke tests ask
.PHONY: smoke
smoke: $(JAR)
	@$(MIDGARD) smoke $(ARGS)

## config: the effective configuration, secrets masked
.PHONY: config
config: $(JAR)
	@$(MIDGARD) config $(ARGS)

## compose-check: docker-compose.yml, image, Prometheus and Grafana files, as far as no engine is needed
.PHONY: compose-check
compose-check:
	$(MVN) -B -ntp -q -pl service -am -Dspotless.check.skip test -Dtest='midgard.service.deploy.*Test' -Dsurefire.failIfNoSpecifiedTests=false
	@echo "The deployment tests passed."
	@compose=; \
	if docker compose version >/dev/null 2>&1; then compose='docker compose'; \
	elif docker-compose version --short 2>/dev/null | grep -q '^v*[2-9]'; then compose=docker-compose; fi; \
	if [ -z "$$compose" ]; then \
	  echo "Left out: Compose's own check of the file, since Docker Compose 2 or newer is not installed."; \
	else \
	  for profile in core full demo; do \
	    POSTGRES_PASSWORD=x REDIS_PASSWORD=x GRAFANA_ADMIN_PASSWORD=x $$compose --profile $$profile config --quiet || exit 1; \
	  done; \
	  echo "$$compose accepts the profiles core, full and demo."; \
	fi
	@if command -v promtool >/dev/null; then \
	  promtool check config deploy/prometheus/prometheus.yml && promtool test rules deploy/prometheus/alerts_test.yml; \
	else \
	  echo "Left out: the check of Prometheus' files and alerts, since promtool is not installed."; \
	fi

## bench: measures the whole pipeline, its answers, its starts and its memory (bench/results/latest.json)
.PHONY: bench
bench: $(BENCH_JAR) $(ARCHIVE)
	@$(BENCH) bench $(ARGS)

## week: plays a week of 30 players through all agents, as fast as it goes (docs/week.md)
.PHONY: week
week: $(BENCH_JAR)
	@$(JAVA) -Xmx3g -XX:+UseSerialGC -jar $(BENCH_JAR) week $(ARGS)

## jmh: measures single methods: serdes, and one message through one agent
.PHONY: jmh
jmh: $(BENCH_JAR)
	@$(JAVA) -cp $(BENCH_JAR) org.openjdk.jmh.Main -f 1 -wi 3 -i 5 -w 1 -r 1 $(ARGS)

## faults: kills, cuts and breaks what a world stands on, and judges what is left
.PHONY: faults
faults: $(BENCH_JAR)
	@$(BENCH) faults $(ARGS)

## build: the program, without tests
.PHONY: build
build: $(JAR) $(ARCHIVE)

$(JAR): $(SOURCES)
	@echo "Building (the first time takes a few minutes, most of it downloads) ..."
	@$(MVN) -B -ntp -q -DskipTests package
	@touch $(JAR)

# Built together with the program.
$(BENCH_JAR): $(JAR)

# What a start needs is learnt from a start, in a folder of its own and on free ports. Where there
# can be none the file stays empty, which the JVM takes for none.
FREE_PORTS := $(foreach port,AI_SERVICE DASHBOARD KAFKA KAFKA_CONTROLLER SCHEMA_REGISTRY POSTGRES REDIS,$(port)_PORT=0)
OWN_SERVERS := KAFKA_BOOTSTRAP_SERVERS= SCHEMA_REGISTRY_URL= DATABASE_URL= REDIS_URL=
$(ARCHIVE): $(JAR)
	@echo "Preparing quick starts (once, some 20 seconds) ..."
	@rm -rf $@ service/target/first-start
	@env DATA_DIR=service/target/first-start $(FREE_PORTS) $(OWN_SERVERS) \
	  $(JAVA) $(WORLD_FLAGS) $(NATIVE_FLAGS) -XX:ArchiveClassesAtExit=$@ \
	  $(PROGRAM) run --empty --until-ready >service/target/first-start.txt 2>&1 \
	  || echo "Left out: the world did not start, see service/target/first-start.txt."
	@rm -rf service/target/first-start
	@[ -e $@ ] || : >$@
	@[ ! -s $@ ] || $(JAVA) $(JVM_FLAGS) -Xshare:on $(PROGRAM) --version >/dev/null \
	  || echo "Left out: this JVM does not take the archive that it made, so starts are slower."

## format: brings all Java sources into the house's format
.PHONY: format
format:
	$(MVN) -B -ntp -q spotless:apply

## clean: removes what was built; data/ stays
.PHONY: clean
clean:
	$(MVN) -B -ntp -q clean
