package nlp

import (
	"hash/maphash"
	"sync"
)

// cache remembers what was computed for a string. It is shared by goroutines
// and holds at most a fixed number of entries: a full shard starts anew, which
// costs little where most lookups go to frequent words.
type cache[V any] struct {
	seed   maphash.Seed
	limit  int // entries in a shard
	shards [cacheShards]cacheShard[V]
}

type cacheShard[V any] struct {
	mu      sync.RWMutex
	entries map[string]V
}

const (
	cacheShards = 64
	// maxCachedKey is the length in bytes of the longest key kept: longer
	// ones are rare, seldom come again, and would make the memory unbounded.
	maxCachedKey = 64
)

func newCache[V any](entries int) *cache[V] {
	c := &cache[V]{seed: maphash.MakeSeed(), limit: max(1, entries/cacheShards)}
	for i := range c.shards {
		c.shards[i].entries = map[string]V{}
	}
	return c
}

func (c *cache[V]) shard(key string) *cacheShard[V] {
	return &c.shards[maphash.String(c.seed, key)%cacheShards]
}

func (c *cache[V]) get(key string) (V, bool) {
	s := c.shard(key)
	s.mu.RLock()
	v, ok := s.entries[key]
	s.mu.RUnlock()
	return v, ok
}

// put keeps v under key, which the cache then holds on to, unless key is long.
func (c *cache[V]) put(key string, v V) {
	if len(key) > maxCachedKey {
		return
	}
	s := c.shard(key)
	s.mu.Lock()
	if len(s.entries) >= c.limit {
		clear(s.entries)
	}
	s.entries[key] = v
	s.mu.Unlock()
}

// len returns the number of entries.
func (c *cache[V]) len() int {
	n := 0
	for i := range c.shards {
		s := &c.shards[i]
		s.mu.RLock()
		n += len(s.entries)
		s.mu.RUnlock()
	}
	return n
}
