// Command whomet reads articles and answers who met whom about what.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// Signals first, so that nothing is started that could not be stopped. The
	// first one ends the work in good order, a second one at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// errSetAside ends a command whose work was done, but not on every article.
var errSetAside = errors.New("some articles were set aside")

// run is the whole program: it returns the exit status, 0 when all went well,
// 1 otherwise. Data goes to stdout, all else to stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	cmd := newRoot()
	cmd.SetArgs(args)
	cmd.SetIn(stdin)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	switch err := cmd.ExecuteContext(ctx); {
	case err == nil:
		return 0
	case errors.Is(err, errSetAside): // told already, one by one
		return 1
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "whomet: stopped; the same command goes on where it was")
		return 1
	default:
		fmt.Fprintf(stderr, "whomet: %v\n", err)
		return 1
	}
}
