//go:build arm64 && !purego

package thinc

const simdName = "NEON"

// available returns the kernels that this processor can run, the fastest
// first: every arm64 processor that Go runs on has NEON.
func available() []kernels { return []kernels{simd, portable} }
