package neo4j

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestErrorsSayWhatToDo(t *testing.T) {
	named := &Store{url: "neo4j://host", cfg: Config{Username: "neo4j", Database: "neo4j"}}
	for _, c := range []struct {
		store *Store
		code  string
		want  string
	}{
		{named, "Neo.ClientError.Security.Unauthorized", "check NEO4J_USERNAME (neo4j) and NEO4J_PASSWORD"},
		{&Store{}, "Neo.ClientError.Security.Unauthorized", "set NEO4J_USERNAME and NEO4J_PASSWORD"},
		{named, "Neo.ClientError.Security.CredentialsExpired", "change the user's first password"},
		{named, "Neo.ClientError.Security.Forbidden", "grant it write and schema privileges on database neo4j"},
		{named, "Neo.ClientError.Database.DatabaseNotFound", "set NEO4J_DATABASE"},
		{named, "Neo.TransientError.General.MemoryPoolOutOfMemoryError", "give the server more memory"},
	} {
		cause := &neo4j.Neo4jError{Code: c.code, Msg: "no"}
		err := c.store.explain(t.Context(), "open", cause)
		if !strings.HasPrefix(err.Error(), "open: ") || !strings.Contains(err.Error(), c.want) || !errors.Is(err, cause) {
			t.Errorf("%s is told as %q, want %q", c.code, err, c.want)
		}
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if err := named.explain(over, "list meetings", errors.New("closed pipe")); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled question is told as %v", err)
	}
}

func TestSupportedVersions(t *testing.T) {
	for version, want := range map[string]bool{"4.4.30": false, "5.25.1": false, "5.26.0": true, "5.26.26": true, "2025.10.1": true, "dev": true} {
		if got := supported(version); got != want {
			t.Errorf("supported(%q) = %v", version, got)
		}
	}
}
