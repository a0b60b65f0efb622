package resolve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
	storeurl "github.com/whomet/whomet/graph/open"
	"github.com/whomet/whomet/loader/resolve"
)

// shardVar tells a process that it is a shard: "seed half url".
const shardVar = "WHOMET_TEST_SHARD"

func TestMain(m *testing.M) {
	if shard := os.Getenv(shardVar); shard != "" {
		if err := runShard(shard); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// sharded makes the articles and judgements that two processes share.
func sharded(seed uint64) ([]graph.Claims, []graph.Judgement, error) {
	r := rand.New(rand.NewPCG(seed, 37))
	claims, err := resolve.MakeArticles(r, 24)
	return claims, resolve.MakeJudgements(r, claims, 8), err
}

// runShard loads and judges one half, a few at a time.
func runShard(shard string) error {
	var seed uint64
	var half int
	var url string
	if _, err := fmt.Sscan(shard, &seed, &half, &url); err != nil {
		return err
	}
	claims, said, err := sharded(seed)
	if err != nil {
		return err
	}
	ctx := context.Background()
	s, err := storeurl.Store(ctx, url)
	if err != nil {
		return err
	}
	defer s.Close()
	some := func(step int) func(tx graph.Tx) error {
		from := 3 * (2*step + half)
		return func(tx graph.Tx) error {
			if _, err := resolve.Add(ctx, tx, claims[min(from, len(claims)):min(from+3, len(claims))]); err != nil {
				return err
			}
			at := min(2*step+half, len(said))
			return resolve.Judge(ctx, tx, said[at:min(at+1, len(said))])
		}
	}
	for step := range 4 {
		if err := s.Update(ctx, some(step)); err != nil {
			return err
		}
	}
	return nil
}

// Law 1 over processes: two at once, each with half of the articles and of
// what people say, make the graph that one makes of all.
func TestTwoProcesses(t *testing.T) {
	for name, store := range map[string]struct {
		rounds int
		url    func(t testing.TB) string
	}{
		"sqlite": {resolve.Rounds(4), func(t testing.TB) string { return "sqlite:" + filepath.Join(t.TempDir(), "graph.db") }},
		"neo4j":  {1, neo4jtest.Start},
	} {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(store.rounds) {
				url := store.url(t)
				var both []*exec.Cmd
				var errs [2]strings.Builder
				for half := range 2 {
					cmd := exec.Command(os.Args[0])
					cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d %d %s", shardVar, seed, half, url))
					cmd.Stderr = &errs[half]
					if err := cmd.Start(); err != nil {
						t.Fatal(err)
					}
					both = append(both, cmd)
				}
				for half, cmd := range both {
					if err := cmd.Wait(); err != nil {
						t.Fatalf("process %d: %v: %s", half, err, errs[half].String())
					}
				}
				claims, said, err := sharded(seed)
				if err != nil {
					t.Fatal(err)
				}
				one := open(t)
				live(t, one, []func(context.Context, graph.Tx) error{
					func(ctx context.Context, tx graph.Tx) error { return resolve.Judge(ctx, tx, said) },
					func(ctx context.Context, tx graph.Tx) error { _, err := resolve.Add(ctx, tx, claims); return err },
				})
				s, err := storeurl.Store(t.Context(), url)
				if err != nil {
					t.Fatal(err)
				}
				got, want := export(t, s), export(t, one)
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if got != want {
					t.Fatalf("seed %d: two processes make another graph than one:\n%s", seed, firstDifference(got, want))
				}
				told(t, one)
			}
		})
	}
}
