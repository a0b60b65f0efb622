//go:build unix

// Command speed measures loader/nlp for speed.py: it loads the model, parses
// each text once and prints one JSON object.
//
//	speed [-model DIR] [-threads N] [-profile FILE] <texts.jsonl
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
)

func main() {
	dir := flag.String("model", model.Dir(), "pipeline folder")
	threads := flag.Int("threads", 1, "how many texts to parse at a time")
	profile := flag.String("profile", "", "file to write a CPU profile to")
	flag.Parse()
	if err := run(*dir, *threads, *profile, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func run(dir string, threads int, profile string, in io.Reader, out io.Writer) error {
	begin := time.Now()
	p, err := nlp.Load(dir)
	if err != nil {
		return err
	}
	p.Parse("Ready.")
	load := time.Since(begin)
	texts, err := read(in)
	if err != nil {
		return err
	}
	runtime.GOMAXPROCS(threads)
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}

	cpu := usage()
	begin = time.Now()
	tokens := parse(p, texts, threads)
	wall := time.Since(begin)
	after := usage()
	return json.NewEncoder(out).Encode(map[string]any{
		"load": load.Seconds(), "wall": wall.Seconds(), "cpu": after.cpu - cpu.cpu,
		"tokens": tokens, "rss": after.rss, "kernels": nlp.Kernels(),
	})
}

func read(in io.Reader) ([]string, error) {
	var texts []string
	for dec := json.NewDecoder(in); ; {
		var text string
		switch err := dec.Decode(&text); {
		case errors.Is(err, io.EOF):
			return texts, nil
		case err != nil:
			return nil, fmt.Errorf("read texts: %w", err)
		}
		texts = append(texts, strings.Clone(text))
	}
}

// parse parses all texts, threads at a time, and returns the number of tokens.
func parse(p *nlp.Pipeline, texts []string, threads int) int64 {
	var next, tokens atomic.Int64
	var wg sync.WaitGroup
	for range threads {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(texts); i = next.Add(1) - 1 {
				tokens.Add(int64(len(p.Parse(texts[i]).Tokens)))
			}
		})
	}
	wg.Wait()
	return tokens.Load()
}

// resources are what the process has used: CPU seconds, and at most how many
// megabytes.
type resources struct{ cpu, rss float64 }

func usage() resources {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return resources{}
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return resources{seconds(r.Utime) + seconds(r.Stime), float64(r.Maxrss) / 1024}
}
