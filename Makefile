# The few commands a person types. Each line also works by hand.
# `make demo` needs Go, Node.js and Python's pip; `make test` gets the rest.

BIN := bin/whomet
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
SOURCES := $(shell find cmd graph loader schema server samples -name '*.go' -o -name '*.txt' -o -name '*.sql' -o -name '*.graphqls' -o -name '*.s' 2>/dev/null)
PAGES := $(shell find explorer/src explorer/graphiql explorer/public schema/examples -type f 2>/dev/null) explorer/index.html explorer/vite.config.ts explorer/tsconfig.json
WEB := explorer/dist/index.html

.PHONY: demo build test check test-go test-web tools generate bench score clean

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

## tools: what only tests need: Java and Maven for a real Neo4j, Chromium for the page
tools:
	command -v java && command -v mvn || $(INSTALL) default-jre-headless maven
	command -v chromium || $(INSTALL) chromium

INSTALL = apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

## generate: the GraphQL code from schema/*.graphqls
generate:
	go generate ./schema/...

## bench: side by side with what a user would pick instead
bench:
	go test -run '^$$' -bench . -benchmem ./...

clean:
	rm -rf bin explorer/node_modules
	find explorer/dist -mindepth 1 ! -name .keep -delete
