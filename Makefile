# The few commands a person types. Each line also works by hand.
# `make demo` needs Go, Node.js and Python's pip; `make test` gets the rest.

BIN := bin/whomet
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
SOURCES := $(shell find cmd graph loader schema server samples -name '*.go' -o -name '*.txt' -o -name '*.sql' -o -name '*.graphqls' -o -name '*.s' 2>/dev/null)
LABELLED := loader/extract/testdata/labelled
PAGES := $(shell find explorer/src explorer/graphiql explorer/public schema/examples -type f 2>/dev/null) explorer/index.html explorer/vite.config.ts explorer/tsconfig.json
WEB := explorer/dist/index.html

.PHONY: demo build test check test-go test-web test-arm64 tools generate score bench clean

## demo: load the samples into an embedded store and serve them at http://127.0.0.1:8080
demo: build
	$(BIN) model install
	$(BIN) demo

## build: the binary with the web pages in it
build: $(BIN)

$(BIN): $(SOURCES) $(WEB) go.mod go.sum
	go build -ldflags "-X main.version=$(VERSION)" -o $@ ./cmd/whomet

$(WEB): $(PAGES) explorer/package.json explorer/node_modules/.package-lock.json
	cd explorer && npm run build

explorer/node_modules/.package-lock.json: explorer/package-lock.json
	cd explorer && npm ci --no-fund --no-audit

## test: get what the tests need, then run every one
test: tools build check test-go test-web

check:
	test -z "$$(gofmt -l cmd graph loader schema server samples bench explorer/*.go)" || { gofmt -l cmd graph loader schema server samples bench explorer/*.go; exit 1; }
	go vet ./...
	go tool staticcheck ./...

test-go:
	$(BIN) model install
	go test -timeout 30m ./...

test-web: build
	cd explorer && WHOMET=../$(BIN) npm test

## test-arm64: the NEON kernels, under qemu-user
test-arm64: build
	command -v qemu-aarch64-static || { $(INSTALL) qemu-user-static; }
	$(BIN) model install
	GOARCH=arm64 go test -c -o bin/thinc.arm64 ./loader/nlp/internal/thinc
	GOARCH=arm64 go test -c -o bin/nlp.arm64 ./loader/nlp
	qemu-aarch64-static bin/thinc.arm64
	cd loader/nlp && WHOMET_MODEL=$$(../../$(BIN) model path) qemu-aarch64-static ../../bin/nlp.arm64 -test.run SameAsSpaCy

## tools: what only tests need: Java and Maven for a real Neo4j, Chromium for the page
tools:
	command -v java && command -v mvn || { $(INSTALL) default-jdk-headless maven; }
	command -v chromium || { $(INSTALL) chromium; }

INSTALL = apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

## generate: the GraphQL code from schema/*.graphqls
generate:
	go generate ./schema/...

## score: how well whomet reads its own labelled texts; the set held is for measuring only
score: build
	$(BIN) model install
	@echo "== samples"; $(BIN) score $(LABELLED)/samples/labels.jsonl samples
	@for set in tune held; do echo; echo "== $$set"; $(BIN) score $(LABELLED)/$$set/labels.jsonl $(LABELLED)/$$set/texts.jsonl; done

## bench: side by side with what a user would pick instead
bench:
	go test -run '^$$' -bench . -benchmem -timeout 3h ./...

clean:
	rm -rf bin explorer/node_modules
	find explorer/dist -mindepth 1 ! -name .keep -delete
