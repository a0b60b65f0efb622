//go:build amd64 && !purego

package thinc

import "golang.org/x/sys/cpu"

// useSIMD says that the processor can run the kernels in kernel_amd64.s.
var useSIMD = cpu.X86.HasAVX2 && cpu.X86.HasFMA
