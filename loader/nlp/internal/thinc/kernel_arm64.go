//go:build arm64 && !purego

package thinc

// useSIMD says that the processor can run the kernels in kernel_arm64.s: every
// arm64 processor that Go runs on has NEON.
const useSIMD = true
