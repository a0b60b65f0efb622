//go:build (!amd64 && !arm64) || purego

package thinc

// available returns the kernels that this processor can run, the fastest first.
func available() []kernels { return []kernels{portable} }
