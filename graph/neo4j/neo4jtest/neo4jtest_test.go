package neo4jtest

import (
	"context"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func run(t *testing.T, url, cypher string) []*neo4j.Record {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(url, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	result, err := neo4j.ExecuteQuery(ctx, driver, cypher, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatal(err)
	}
	return result.Records
}

func TestStartGivesAnEmptyStoreEachTime(t *testing.T) {
	for range 2 {
		t.Run("", func(t *testing.T) {
			url := Start(t)
			if n := run(t, url, "MATCH (n) RETURN count(n)")[0].Values[0]; n != int64(0) {
				t.Errorf("the store holds %v nodes", n)
			}
			run(t, url, "CREATE (:Leftover)")
		})
	}
}

func TestWipeRefusesAStoreThatNoTestMade(t *testing.T) {
	url := Start(t)
	run(t, url, "CREATE (:Precious)")
	run(t, url, "DROP INDEX "+marker)
	err := wipe(context.Background(), url)
	if err == nil || !strings.Contains(err.Error(), "holds 1 nodes that no test made") {
		t.Errorf("wipe of a store without the marker: %v", err)
	}
	if n := run(t, url, "MATCH (n:Precious) RETURN count(n)")[0].Values[0]; n != int64(1) {
		t.Errorf("%v precious nodes are left", n)
	}
	run(t, url, "MATCH (n:Precious) DELETE n")
}
