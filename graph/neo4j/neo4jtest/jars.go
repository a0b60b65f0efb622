package neo4jtest

import (
	_ "embed"
	"fmt"
	"hash/fnv"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

//go:embed pom.xml
var pom []byte

//go:embed Neo.java
var program []byte

// version is the Neo4j that pom.xml names.
const version = "5.26.26"

// missingTool is a program that is not on the PATH.
type missingTool string

func (m missingTool) Error() string {
	return fmt.Sprintf("neo4jtest: a Neo4j for tests needs %s on the PATH; install it, or set WHOMET_NEO4J_URL", string(m))
}

// jars returns the folder with Neo4j's jars, beside which lie Neo.java and
// pom.xml. Maven fetches the jars the first time; a file lock lets test
// processes that run side by side share them, and the file "whole" says that
// none is missing.
func jars() (lib string, err error) {
	dir, err := cacheDir()
	if err != nil {
		return "", err
	}
	unlock, err := lockedfile.MutexAt(filepath.Join(dir, "lock")).Lock()
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	defer unlock()
	for name, data := range map[string][]byte{"pom.xml": pom, "Neo.java": program} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return "", fmt.Errorf("neo4jtest: %w", err)
		}
	}
	lib, whole := filepath.Join(dir, "lib"), filepath.Join(dir, "whole")
	if _, err := os.Stat(whole); err == nil {
		return lib, nil
	}
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return "", missingTool("mvn (Maven)")
	}
	cmd := exec.Command(mvn, "-B", "-q", "dependency:copy-dependencies", "-DoutputDirectory=lib")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("neo4jtest: fetch Neo4j %s with Maven: %w\n%s", version, err, out)
	}
	return lib, os.WriteFile(whole, nil, 0o644)
}

func cacheDir() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	dir := filepath.Join(cache, "whomet", "neo4j-"+version)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	return dir, nil
}

// unlockURL holds the lock's file, which must stay reachable for the lock to
// last as long as the process; nothing calls it.
//
//lint:ignore U1000 see above
var unlockURL func()

// lockURL keeps other test processes off a shared server until this one ends.
func lockURL(url string) error {
	dir, err := cacheDir()
	if err != nil {
		return err
	}
	h := fnv.New64a()
	h.Write([]byte(url))
	unlockURL, err = lockedfile.MutexAt(filepath.Join(dir, fmt.Sprintf("lock-%x", h.Sum64()))).Lock()
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	return nil
}
