package loader

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"
)

var errOdd = errors.New("odd")

// numbers yields 0..n-1, each seventh as an error of the input.
func numbers(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			var err error
			if i%7 == 6 {
				err = errOdd
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

func TestInOrderKeepsTheOrderAndPassesErrors(t *testing.T) {
	for _, workers := range []int{1, 2, 5} {
		i := 0
		for got, err := range inOrder(t.Context(), numbers(200), workers, func(i int) (int, error) {
			time.Sleep(time.Duration(rand.IntN(50)) * time.Microsecond)
			return i * i, nil
		}) {
			switch {
			case i%7 == 6 && !errors.Is(err, errOdd):
				t.Fatalf("item %d: error %v, want %v", i, err, errOdd)
			case i%7 != 6 && (err != nil || got != i*i):
				t.Fatalf("item %d: %d, %v, want %d", i, got, err, i*i)
			}
			i++
		}
		if i != 200 {
			t.Fatalf("%d workers yielded %d items, want 200", workers, i)
		}
	}
}

func TestInOrderEndsWhenTheReaderStops(t *testing.T) {
	// synctest fails the test if a goroutine outlives it.
	synctest.Test(t, func(t *testing.T) {
		for range 20 {
			for range inOrder(context.Background(), numbers(1000), 3, func(i int) (int, error) { return i, nil }) {
				break
			}
		}
	})
}

func TestInOrderEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n, last := 0, error(nil)
	for _, err := range inOrder(ctx, numbers(100000), 2, func(i int) (int, error) { return i, nil }) {
		if n++; n == 10 {
			cancel()
		}
		last = err
	}
	if n > 100 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d items, last error %v; want it to end with context.Canceled soon after 10", n, last)
	}
}
