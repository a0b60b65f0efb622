package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// explain wraps an error of the driver with what was being done and what a
// person can do about it.
func (s *Store) explain(ctx context.Context, what string, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("%s: %w", what, ctx.Err())
	}
	if hint := s.hint(err); hint != "" {
		return fmt.Errorf("%s: %w; %s", what, err, hint)
	}
	return fmt.Errorf("%s: %w", what, err)
}

func (s *Store) hint(err error) string {
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		switch {
		case server.Code == "Neo.ClientError.Security.Unauthorized", server.Code == "Neo.ClientError.Security.AuthenticationRateLimit":
			if s.cfg.Username == "" {
				return "this server wants credentials: set NEO4J_USERNAME and NEO4J_PASSWORD"
			}
			return fmt.Sprintf("check NEO4J_USERNAME (%s) and NEO4J_PASSWORD", s.cfg.Username)
		case server.Code == "Neo.ClientError.Security.Forbidden":
			return fmt.Sprintf("user %s may not do this: grant it write and schema privileges on database %s", s.cfg.Username, s.cfg.Database)
		case server.Code == "Neo.ClientError.Security.CredentialsExpired":
			return "change the user's first password (ALTER CURRENT USER SET PASSWORD), then set NEO4J_PASSWORD"
		case strings.HasPrefix(server.Code, "Neo.ClientError.Database.DatabaseNotFound"):
			return fmt.Sprintf("set NEO4J_DATABASE to a database of this server (it is %q now)", s.cfg.Database)
		case strings.HasPrefix(server.Code, "Neo.TransientError.General.MemoryPool"), server.Code == "Neo.TransientError.General.OutOfMemoryError":
			return "give the server more memory (server.memory.heap.max_size), or ask for less"
		}
		return ""
	}
	if neo4j.IsConnectivityError(err) {
		return fmt.Sprintf("nothing usable answers at %s: check that Neo4j runs there, that the port is Bolt's (7687), and the scheme (neo4j+s:// for TLS)", s.url)
	}
	return ""
}
