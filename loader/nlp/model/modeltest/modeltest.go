// Package modeltest gives tests the installed language model.
package modeltest

import (
	"errors"
	"os"
	"sync"
	"testing"

	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
)

var load = sync.OnceValues(model.Load)

// Load returns the installed model, loaded once for all tests of a process. Where
// none is installed the test is skipped and says so; in CI (CI=true) it fails.
func Load(t testing.TB) *nlp.Pipeline {
	t.Helper()
	p, err := load()
	if errors.Is(err, model.ErrNotInstalled) && os.Getenv("CI") != "true" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}
