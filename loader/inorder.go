package loader

import (
	"context"
	"errors"
	"iter"
	"sync"
)

// inOrder applies f to each item of seq with the given number of workers and
// yields the results in the order of seq. Errors of seq pass through. It holds
// at most two items for each worker, so memory does not grow with the input.
func inOrder[A, B any](ctx context.Context, seq iter.Seq2[A, error], workers int, f func(A) (B, error)) iter.Seq2[B, error] {
	type outcome struct {
		b   B
		err error
	}
	type job struct {
		a    A
		err  error
		done chan outcome
	}
	return func(yield func(B, error) bool) {
		outer := ctx
		ctx, cancel := context.WithCancel(ctx)
		jobs := make(chan job)
		queue := make(chan job, max(1, workers)) // in order of the input
		var wg sync.WaitGroup
		defer wg.Wait()
		defer cancel()

		wg.Go(func() {
			defer close(queue)
			defer close(jobs)
			for a, err := range seq {
				j := job{a: a, err: err, done: make(chan outcome, 1)}
				select {
				case queue <- j:
				case <-ctx.Done():
					return
				}
				if err != nil {
					var zero B
					j.done <- outcome{zero, err}
					continue
				}
				select {
				case jobs <- j:
				case <-ctx.Done():
					return
				}
			}
		})
		for range max(1, workers) {
			wg.Go(func() {
				for j := range jobs {
					b, err := f(j.a)
					j.done <- outcome{b, err}
				}
			})
		}
		for j := range queue {
			var o outcome
			select {
			case o = <-j.done:
			case <-ctx.Done():
				o.err = ctx.Err()
			}
			if !yield(o.b, o.err) || outer.Err() != nil && errors.Is(o.err, outer.Err()) {
				return
			}
		}
		if err := outer.Err(); err != nil {
			var zero B
			yield(zero, err)
		}
	}
}
