// What the amd64 kernels share.

// POINT is the distance in bytes between the products of two points of a
// convolution: 32 columns for each quad of a block.
#define POINT (const_blockQuads*128)

// maxoutNorm
DATA inverse96<>+0(SB)/4, $0x3c2aaaab // 1/96
GLOBL inverse96<>(SB), RODATA, $4
DATA epsilon<>+0(SB)/4, $0x322bcc77 // 1e-8
GLOBL epsilon<>(SB), RODATA, $4
DATA one<>+0(SB)/4, $0x3f800000
GLOBL one<>(SB), RODATA, $4

// filterInput and filterOutput
DATA half<>+0(SB)/4, $0x3f000000
GLOBL half<>(SB), RODATA, $4
DATA two<>+0(SB)/4, $0x40000000
GLOBL two<>(SB), RODATA, $4
DATA twoAndHalf<>+0(SB)/4, $0x40200000
GLOBL twoAndHalf<>(SB), RODATA, $4
DATA rootHalf<>+0(SB)/4, $0x3f3504f3
GLOBL rootHalf<>(SB), RODATA, $4
DATA rootTwo<>+0(SB)/4, $0x3fb504f3
GLOBL rootTwo<>(SB), RODATA, $4
DATA quarterRootTwo<>+0(SB)/4, $0x3eb504f3
GLOBL quarterRootTwo<>(SB), RODATA, $4
DATA twiceRootTwo<>+0(SB)/4, $0x403504f3
GLOBL twiceRootTwo<>(SB), RODATA, $4
