package nlp

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestCacheIsCapped(t *testing.T) {
	const limit = 1024
	c := newCache[int](limit)
	for i := range 10 * limit {
		c.put(fmt.Sprint(i), i)
		if v, ok := c.get(fmt.Sprint(i)); !ok || v != i {
			t.Fatalf("get(%d) = %d, %v after put", i, v, ok)
		}
	}
	if c.len() > limit {
		t.Errorf("%d entries, want at most %d", c.len(), limit)
	}
	long := strings.Repeat("x", maxCachedKey+1)
	c.put(long, 1)
	if _, ok := c.get(long); ok {
		t.Error("a long key was kept")
	}
}

// TestCacheKeepsWhatIsUsed asks for one key all the time while others pass.
func TestCacheKeepsWhatIsUsed(t *testing.T) {
	c := newCache[int](1024)
	c.put("the", 7)
	for i := range 100_000 {
		c.put(fmt.Sprint(i), i)
		if i%8 == 0 {
			if v, ok := c.get("the"); !ok || v != 7 {
				t.Fatalf("forgotten after %d others", i)
			}
		}
	}
}

func TestCacheConcurrent(t *testing.T) {
	c := newCache[int](256)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 2000 {
				k := (i*7 + g) % 500
				if v, ok := c.get(fmt.Sprint(k)); ok && v != k {
					t.Errorf("get(%d) = %d", k, v)
				}
				c.put(fmt.Sprint(k), k)
			}
		})
	}
	wg.Wait()
}
