package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/whomet/whomet/loader"
)

// showProgress tells how far loading is of total bytes (0 where that is not
// known): ten times a second as a bar on a terminal, every ten seconds as a
// log record elsewhere. The returned function ends it.
func showProgress(p *loader.Progress, total int64, w io.Writer, log *slog.Logger) (stop func()) {
	begin := time.Now()
	every, show, clear := 10*time.Second, func() {
		log.Info("loading", "loaded", p.Loaded.Load(), "known", p.Known.Load(), "setAside", p.SetAside.Load(),
			"words", p.Words.Load(), "bytes", p.Bytes.Load(), "of", total)
	}, func() {}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		every = 100 * time.Millisecond
		show = func() { fmt.Fprintf(w, "\r\x1b[K%s", progressLine(p, total, time.Since(begin))) }
		clear = func() { fmt.Fprint(w, "\r\x1b[K") }
	}
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				show()
			case <-done:
				clear()
				return
			}
		}
	}()
	return func() { close(done); <-ended }
}

// progressLine is the line on a terminal: a bar and the share where the total
// is known, and the counts so far.
func progressLine(p *loader.Progress, total int64, since time.Duration) string {
	bar := ""
	if total > 0 {
		const width = 30
		share := min(1, float64(p.Bytes.Load())/float64(total))
		full := int(share * width)
		bar = fmt.Sprintf("[%s%s] %3.0f %%  ", strings.Repeat("#", full), strings.Repeat("-", width-full), 100*share)
	}
	return fmt.Sprintf("%s%s loaded, %d known, %d set aside, %.0f words/s",
		bar, count(int(p.Loaded.Load()), "article"), p.Known.Load(), p.SetAside.Load(), float64(p.Words.Load())/since.Seconds())
}
