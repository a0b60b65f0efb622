// Package neo4jtest gives tests a real Neo4j, without Docker.
//
// The server is Neo4j's own kernel and Bolt, from Maven Central, run by a
// small Java program (Neo.java) on a free port of 127.0.0.1. Its jars (118 MB)
// are fetched once into the user's cache folder. A server lives as long as
// the test process that started it: it ends when its standard input does, and
// takes its data with it.
//
// Tests that need a server skip, with a message, where java or mvn is missing;
// with CI=true in the environment they fail instead. With WHOMET_NEO4J_URL in
// the environment (and NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE) they
// use that server. It must be empty, or one that this package marked as a test
// database before: nothing else is ever wiped.
package neo4jtest

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// Start returns the URL of an empty Neo4j that is the test's own until the
// test ends. A server that another test of the process has done with is wiped
// and given again, so only the first costs a start (some 10 s).
func Start(t testing.TB) (url string) {
	t.Helper()
	s, err := take()
	need(t, err)
	t.Cleanup(func() { give(s) })
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := wipe(ctx, s.url); err != nil {
		t.Fatal(err)
	}
	return s.url
}

// StartLarge returns the URL of an empty Neo4j for a benchmark: a server of its
// own with the memory that docker-compose.yml gives it, which plans statements
// anew as the graph grows. Tests wait for planning most of all, so Start's
// servers keep the plans of a small graph, which are bad ones for a large.
func StartLarge(b testing.TB) (url string) {
	b.Helper()
	if url := os.Getenv("WHOMET_NEO4J_URL"); url != "" {
		return Start(b)
	}
	s, err := launch(large)
	need(b, err)
	b.Cleanup(func() { s.stdin.Close() })
	return s.url
}

// need ends a test that has no server: it is passed over where a tool is missing,
// but not in CI.
func need(t testing.TB, err error) {
	t.Helper()
	if missing, ok := err.(missingTool); ok && os.Getenv("CI") != "true" {
		t.Skip(missing)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// server is a running Neo4j; stdin is nil for one from the environment.
type server struct {
	url   string
	stdin io.Closer // kept open: at its end the server stops
	free  bool
}

var pool struct {
	sync.Mutex
	servers []*server
}

func take() (*server, error) {
	pool.Lock()
	defer pool.Unlock()
	for _, s := range pool.servers {
		if s.free {
			s.free = false
			return s, nil
		}
	}
	s, err := newServer()
	if err != nil {
		return nil, err
	}
	pool.servers = append(pool.servers, s)
	return s, nil
}

func give(s *server) {
	pool.Lock()
	defer pool.Unlock()
	s.free = true
}

func newServer() (*server, error) {
	url := os.Getenv("WHOMET_NEO4J_URL")
	if url == "" {
		return launch(small)
	}
	if len(pool.servers) > 0 {
		return nil, fmt.Errorf("neo4jtest: two stores at once need two servers, and WHOMET_NEO4J_URL names one; unset it")
	}
	if err := lockURL(url); err != nil {
		return nil, err
	}
	return &server{url: url}, nil
}

// config is what a server of our own is given: flags of Java's memory, and what
// Neo.java is told after folder and port.
type config struct{ memory, neo []string }

var (
	small = config{[]string{"-Xms256m", "-Xmx768m", "-Xmn160m", "-XX:+UseSerialGC"}, []string{"64", "1"}}
	large = config{[]string{"-Xms1g", "-Xmx1g"}, []string{"512"}}
)

// launch starts a server of our own and waits until it answers.
func launch(c config) (*server, error) {
	java, err := exec.LookPath("java")
	if err != nil {
		return nil, missingTool("java (a JDK, 17 or later)")
	}
	lib, err := jars()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "whomet-neo4j-")
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: %w", err)
	}
	log, err := os.Create(filepath.Join(dir, "stderr.log"))
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: %w", err)
	}
	defer log.Close()
	cmd := exec.Command(java, slices.Concat(c.memory, []string{
		"--add-opens", "java.base/java.nio=ALL-UNNAMED",
		"--add-opens", "java.base/java.io=ALL-UNNAMED",
		"--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED",
		"-cp", filepath.Join(lib, "*"), filepath.Join(lib, "..", "Neo.java"), dir, "0",
	}, c.neo)...)
	cmd.Stderr = log
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: %w", err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("neo4jtest: %w", err)
	}
	port := make(chan string, 1)
	go func() {
		defer close(port)
		lines := bufio.NewScanner(stdout)
		for lines.Scan() {
			if p, ok := strings.CutPrefix(lines.Text(), "port "); ok {
				port <- p
			}
		}
	}()
	select {
	case p, ok := <-port:
		if ok {
			return &server{url: "bolt://127.0.0.1:" + p, stdin: stdin}, nil
		}
	case <-time.After(3 * time.Minute):
	}
	stdin.Close()
	cmd.Process.Kill()
	cmd.Wait()
	said, _ := os.ReadFile(log.Name())
	os.RemoveAll(dir)
	return nil, fmt.Errorf("neo4jtest: Neo4j did not start; it said:\n%s", said)
}
