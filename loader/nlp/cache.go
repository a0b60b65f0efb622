package nlp

import (
	"hash/maphash"
	"strings"
	"sync"
)

// cache remembers what was computed for a string. It is shared by goroutines
// and holds at most a fixed number of entries. Each shard has two generations:
// when the young one is full it becomes the old one, whose entries stay if
// they are asked for again, and are forgotten with it else.
type cache[V any] struct {
	seed   maphash.Seed
	limit  int // entries in a generation of a shard
	shards [cacheShards]cacheShard[V]
}

type cacheShard[V any] struct {
	mu         sync.RWMutex
	young, old map[string]V
	_          [128]byte // to the next shard: two processors must not share a line
}

const (
	cacheShards = 64
	// maxCachedKey is the length in bytes of the longest key kept: longer
	// ones are rare, seldom come again, and would make the memory unbounded.
	maxCachedKey = 64
)

func newCache[V any](entries int) *cache[V] {
	c := &cache[V]{seed: maphash.MakeSeed(), limit: max(1, entries/cacheShards/2)}
	for i := range c.shards {
		c.shards[i].young = map[string]V{}
	}
	return c
}

func (c *cache[V]) shard(key string) *cacheShard[V] {
	return &c.shards[maphash.String(c.seed, key)%cacheShards]
}

// get returns what was put under key, if it is still known.
func (c *cache[V]) get(key string) (V, bool) {
	s := c.shard(key)
	s.mu.RLock()
	v, ok := s.young[key]
	if ok {
		s.mu.RUnlock()
		return v, true
	}
	v, ok = s.old[key]
	s.mu.RUnlock()
	if ok {
		s.put(strings.Clone(key), v, c.limit)
	}
	return v, ok
}

// put keeps v under key, which the cache then holds on to, unless key is long.
func (c *cache[V]) put(key string, v V) {
	if len(key) <= maxCachedKey {
		c.shard(key).put(key, v, c.limit)
	}
}

func (s *cacheShard[V]) put(key string, v V, limit int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.young) >= limit {
		s.young, s.old = make(map[string]V, limit), s.young
	}
	s.young[key] = v
}

// len returns the number of entries; one that is in both generations counts
// twice.
func (c *cache[V]) len() int {
	n := 0
	for i := range c.shards {
		s := &c.shards[i]
		s.mu.RLock()
		n += len(s.young) + len(s.old)
		s.mu.RUnlock()
	}
	return n
}
