package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// modelServer is the script command `modelserver FOLDER`: it starts a server
// that speaks OpenAI's chat completions, and sets LLM to its address, LLMS to the same with https. A
// question that holds the name of a file of the folder gets that file as the
// answer; any other gets an error 500. Where the file "key" is, it asks for it.
func modelServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: modelserver FOLDER")
	}
	folder := ts.MkAbs(args[0])
	answers, err := os.ReadDir(folder)
	ts.Check(err)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Retry-After-Ms", "1")
		if key, err := os.ReadFile(folder + "/key"); err == nil && r.Header.Get("Authorization") != "Bearer "+strings.TrimSpace(string(key)) {
			w.WriteHeader(http.StatusUnauthorized)
			io.WriteString(w, `{"error": {"message": "no such key"}}`)
			return
		}
		question, _ := io.ReadAll(r.Body)
		for _, f := range answers {
			if !strings.Contains(string(question), f.Name()) {
				continue
			}
			answer, _ := os.ReadFile(folder + "/" + f.Name())
			json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"finish_reason": "stop",
				"message": map[string]any{"role": "assistant", "content": string(answer)}}}})
			return
		}
		w.WriteHeader(http.StatusInternalServerError)
		io.WriteString(w, `{"error": {"message": "the model is out of memory"}}`)
	}))
	ts.Defer(s.Close)
	ts.Setenv("LLM", s.URL)
	ts.Setenv("LLMS", "https"+strings.TrimPrefix(s.URL, "http"))
}
