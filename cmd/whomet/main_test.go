package main

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/whomet/whomet/loader/nlp/model"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"whomet": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// needModel skips a test where the language model is not installed; in CI it
// always is.
func needModel(t *testing.T) {
	t.Helper()
	if _, err := model.Load(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}

// TestScripts runs the command as a user would; see testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"modelserver": modelServer},
		Setup: func(env *testscript.Env) error {
			env.Setenv("WHOMET_MODEL", model.Dir())
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond != "model" {
				return false, errors.New("unknown condition " + cond)
			}
			_, err := model.Load()
			if err != nil && os.Getenv("CI") == "true" {
				return false, err // in CI the model is always there
			}
			return err == nil, nil
		},
	})
}
