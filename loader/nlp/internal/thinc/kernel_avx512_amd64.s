//go:build amd64 && !purego

#include "textflag.h"
#include "go_asm.h"
#include "constants_amd64.h"

// The kernels of kernel.go for processors with AVX-512. A vector register Z
// holds 16 float32, and there are 32 of them: twice as many sums as in AVX2
// stay in registers, so that each weight read serves twelve rows. They add and
// fuse in the order of the AVX2 kernels and give the same bits.

// func gemm12x32(x *float32, ldx int, w0, w1, b *float32, k int, y *float32, ldy int)
//
// Z0..Z23 hold the sums, two for each of twelve rows. R8, R9, R11 and R12 point
// at rows 0, 3, 6 and 9 of x. STEP takes one input of all rows: off is its
// offset in x, woff that of its weights in both panels.
#define ROWS3(off, r, s0, s1, s2, s3, s4, s5) \
	VBROADCASTSS off(r), Z26          \
	VBROADCASTSS off(r)(R10*1), Z27   \
	VBROADCASTSS off(r)(R10*2), Z28   \
	VFMADD231PS  Z24, Z26, s0         \
	VFMADD231PS  Z25, Z26, s1         \
	VFMADD231PS  Z24, Z27, s2         \
	VFMADD231PS  Z25, Z27, s3         \
	VFMADD231PS  Z24, Z28, s4         \
	VFMADD231PS  Z25, Z28, s5

#define STEP(off, woff) \
	VMOVUPS woff(DX), Z24 \
	VMOVUPS woff(BX), Z25 \
	ROWS3(off, R8, Z0, Z1, Z2, Z3, Z4, Z5)       \
	ROWS3(off, R9, Z6, Z7, Z8, Z9, Z10, Z11)     \
	ROWS3(off, R11, Z12, Z13, Z14, Z15, Z16, Z17) \
	ROWS3(off, R12, Z18, Z19, Z20, Z21, Z22, Z23)

TEXT ·gemm12x32(SB), NOSPLIT, $0-64
	MOVQ x+0(FP), R8
	MOVQ ldx+8(FP), R10
	MOVQ w0+16(FP), DX
	MOVQ w1+24(FP), BX
	MOVQ b+32(FP), AX
	MOVQ k+40(FP), CX
	MOVQ y+48(FP), DI
	MOVQ ldy+56(FP), SI
	LEAQ (R10)(R10*2), R13
	LEAQ (R8)(R13*1), R9
	LEAQ (R8)(R13*2), R11
	LEAQ (R9)(R13*2), R12
	VMOVUPS (AX), Z0
	VMOVUPS 64(AX), Z1
	VMOVAPS Z0, Z2
	VMOVAPS Z1, Z3
	VMOVAPS Z0, Z4
	VMOVAPS Z1, Z5
	VMOVAPS Z0, Z6
	VMOVAPS Z1, Z7
	VMOVAPS Z0, Z8
	VMOVAPS Z1, Z9
	VMOVAPS Z0, Z10
	VMOVAPS Z1, Z11
	VMOVAPS Z0, Z12
	VMOVAPS Z1, Z13
	VMOVAPS Z0, Z14
	VMOVAPS Z1, Z15
	VMOVAPS Z0, Z16
	VMOVAPS Z1, Z17
	VMOVAPS Z0, Z18
	VMOVAPS Z1, Z19
	VMOVAPS Z0, Z20
	VMOVAPS Z1, Z21
	VMOVAPS Z0, Z22
	VMOVAPS Z1, Z23

inputs:
	STEP(0, 0)
	STEP(4, 64)
	STEP(8, 128)
	STEP(12, 192)
	ADDQ $256, DX
	ADDQ $256, BX
	ADDQ $16, R8
	ADDQ $16, R9
	ADDQ $16, R11
	ADDQ $16, R12
	SUBQ $4, CX
	JNZ  inputs

	VMOVUPS Z0, (DI)
	VMOVUPS Z1, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z2, (DI)
	VMOVUPS Z3, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z4, (DI)
	VMOVUPS Z5, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z6, (DI)
	VMOVUPS Z7, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z8, (DI)
	VMOVUPS Z9, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z10, (DI)
	VMOVUPS Z11, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z12, (DI)
	VMOVUPS Z13, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z14, (DI)
	VMOVUPS Z15, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z16, (DI)
	VMOVUPS Z17, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z18, (DI)
	VMOVUPS Z19, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z20, (DI)
	VMOVUPS Z21, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z22, (DI)
	VMOVUPS Z23, 64(DI)
	VZEROUPPER
	RET

// func gemm6x32(x *float32, ldx int, w0, w1, b *float32, k int, y *float32, ldy int)
//
// As gemm12x32, for six rows.
#define STEP6(off, woff) \
	VMOVUPS woff(DX), Z24 \
	VMOVUPS woff(BX), Z25 \
	ROWS3(off, R8, Z0, Z1, Z2, Z3, Z4, Z5) \
	ROWS3(off, R9, Z6, Z7, Z8, Z9, Z10, Z11)

TEXT ·gemm6x32(SB), NOSPLIT, $0-64
	MOVQ x+0(FP), R8
	MOVQ ldx+8(FP), R10
	MOVQ w0+16(FP), DX
	MOVQ w1+24(FP), BX
	MOVQ b+32(FP), AX
	MOVQ k+40(FP), CX
	MOVQ y+48(FP), DI
	MOVQ ldy+56(FP), SI
	LEAQ (R10)(R10*2), R13
	LEAQ (R8)(R13*1), R9
	VMOVUPS (AX), Z0
	VMOVUPS 64(AX), Z1
	VMOVAPS Z0, Z2
	VMOVAPS Z1, Z3
	VMOVAPS Z0, Z4
	VMOVAPS Z1, Z5
	VMOVAPS Z0, Z6
	VMOVAPS Z1, Z7
	VMOVAPS Z0, Z8
	VMOVAPS Z1, Z9
	VMOVAPS Z0, Z10
	VMOVAPS Z1, Z11

inputs6:
	STEP6(0, 0)
	STEP6(4, 64)
	STEP6(8, 128)
	STEP6(12, 192)
	ADDQ $256, DX
	ADDQ $256, BX
	ADDQ $16, R8
	ADDQ $16, R9
	SUBQ $4, CX
	JNZ  inputs6

	VMOVUPS Z0, (DI)
	VMOVUPS Z1, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z2, (DI)
	VMOVUPS Z3, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z4, (DI)
	VMOVUPS Z5, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z6, (DI)
	VMOVUPS Z7, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z8, (DI)
	VMOVUPS Z9, 64(DI)
	ADDQ SI, DI
	VMOVUPS Z10, (DI)
	VMOVUPS Z11, 64(DI)
	VZEROUPPER
	RET

// func gemm1x64(x, w *float32, step int, b *float32, k int, y *float32)
//
// Four sums for each of four panels, one for each of four inputs, hide the
// latency of the FMA: panel p has Z(4p)..Z(4p+3). DX points at panel 0, R9 at
// panel 3. INPUT takes one input.
#define INPUT(off, woff, s0, s1, s2, s3) \
	VBROADCASTSS off(R8), Z16 \
	VFMADD231PS woff(DX), Z16, s0 \
	VFMADD231PS woff(DX)(R10*1), Z16, s1 \
	VFMADD231PS woff(DX)(R10*2), Z16, s2 \
	VFMADD231PS woff(R9), Z16, s3

// SUM4 adds the four sums of a panel.
#define SUM4(s0, s1, s2, s3) \
	VADDPS s1, s0, s0 \
	VADDPS s3, s2, s2 \
	VADDPS s2, s0, s0

TEXT ·gemm1x64(SB), NOSPLIT, $0-48
	MOVQ x+0(FP), R8
	MOVQ w+8(FP), DX
	MOVQ step+16(FP), R10
	MOVQ b+24(FP), BX
	MOVQ k+32(FP), CX
	MOVQ y+40(FP), DI
	LEAQ (R10)(R10*2), R9
	ADDQ DX, R9
	VMOVUPS 0(BX), Z0
	VPXORQ Z1, Z1, Z1
	VPXORQ Z2, Z2, Z2
	VPXORQ Z3, Z3, Z3
	VMOVUPS 64(BX), Z4
	VPXORQ Z5, Z5, Z5
	VPXORQ Z6, Z6, Z6
	VPXORQ Z7, Z7, Z7
	VMOVUPS 128(BX), Z8
	VPXORQ Z9, Z9, Z9
	VPXORQ Z10, Z10, Z10
	VPXORQ Z11, Z11, Z11
	VMOVUPS 192(BX), Z12
	VPXORQ Z13, Z13, Z13
	VPXORQ Z14, Z14, Z14
	VPXORQ Z15, Z15, Z15

inputs64:
	INPUT(0, 0, Z0, Z4, Z8, Z12)
	INPUT(4, 64, Z1, Z5, Z9, Z13)
	INPUT(8, 128, Z2, Z6, Z10, Z14)
	INPUT(12, 192, Z3, Z7, Z11, Z15)
	ADDQ $256, DX
	ADDQ $256, R9
	ADDQ $16, R8
	SUBQ $4, CX
	JNZ  inputs64

	SUM4(Z0, Z1, Z2, Z3)
	SUM4(Z4, Z5, Z6, Z7)
	SUM4(Z8, Z9, Z10, Z11)
	SUM4(Z12, Z13, Z14, Z15)
	VMOVUPS Z0, 0(DI)
	VMOVUPS Z4, 64(DI)
	VMOVUPS Z8, 128(DI)
	VMOVUPS Z12, 192(DI)
	VZEROUPPER
	RET

// func gemm1x16x512(x, w, b *float32, k int, y *float32)
//
// As gemm1x64, for one panel.
TEXT ·gemm1x16x512(SB), NOSPLIT, $0-40
	MOVQ x+0(FP), R8
	MOVQ w+8(FP), DX
	MOVQ b+16(FP), BX
	MOVQ k+24(FP), CX
	MOVQ y+32(FP), DI
	VMOVUPS (BX), Z0
	VPXORQ Z1, Z1, Z1
	VPXORQ Z2, Z2, Z2
	VPXORQ Z3, Z3, Z3

inputs16:
	VBROADCASTSS (R8), Z4
	VBROADCASTSS 4(R8), Z5
	VBROADCASTSS 8(R8), Z6
	VBROADCASTSS 12(R8), Z7
	VFMADD231PS (DX), Z4, Z0
	VFMADD231PS 64(DX), Z5, Z1
	VFMADD231PS 128(DX), Z6, Z2
	VFMADD231PS 192(DX), Z7, Z3
	ADDQ $256, DX
	ADDQ $16, R8
	SUBQ $4, CX
	JNZ  inputs16

	SUM4(Z0, Z1, Z2, Z3)
	VMOVUPS Z0, (DI)
	VZEROUPPER
	RET

// MAXP takes the greatest of the three pieces of 16 outputs.
#define MAXP(o1, o2, o3, r) \
	VMOVUPS o1(SI), r    \
	VMAXPS  o2(SI), r, r \
	VMAXPS  o3(SI), r, r

// FOLD adds the 16 lanes of Z6 by halves, into X6.
#define FOLD \
	VEXTRACTF64X4 $1, Z6, Y7 \
	VADDPS Y7, Y6, Y6        \
	VEXTRACTF128 $1, Y6, X7  \
	VADDPS X6, X7, X6        \
	VHADDPS X6, X6, X6       \
	VHADDPS X6, X6, X6

// OUTP scales by 1/deviation (Z6) and gain, and shifts by the bias.
#define OUTP(off, r) \
	VMULPS r, Z6, r          \
	VMOVUPS off(BX), Z7      \
	VFMADD213PS off(CX), Z7, r

// func maxoutNorm96x512(y, out, gain, b *float32, add bool)
//
// Z0..Z5 hold the 96 outputs all the way.
TEXT ·maxoutNorm96x512(SB), NOSPLIT, $0-33
	MOVQ y+0(FP), SI
	MOVQ out+8(FP), DI
	MOVQ gain+16(FP), BX
	MOVQ b+24(FP), CX
	MOVBLZX add+32(FP), DX
	MAXP(0, 384, 768, Z0)
	MAXP(64, 448, 832, Z1)
	MAXP(128, 512, 896, Z2)
	MAXP(192, 576, 960, Z3)
	MAXP(256, 640, 1024, Z4)
	MAXP(320, 704, 1088, Z5)

	// mean
	VADDPS Z0, Z2, Z6
	VADDPS Z1, Z3, Z7
	VADDPS Z6, Z4, Z6
	VADDPS Z7, Z5, Z7
	VADDPS Z6, Z7, Z6
	FOLD
	VMULSS inverse96<>(SB), X6, X6
	VBROADCASTSS X6, Z6
	VSUBPS Z6, Z0, Z0
	VSUBPS Z6, Z1, Z1
	VSUBPS Z6, Z2, Z2
	VSUBPS Z6, Z3, Z3
	VSUBPS Z6, Z4, Z4
	VSUBPS Z6, Z5, Z5

	// variance
	VMULPS Z0, Z0, Z6
	VMULPS Z1, Z1, Z7
	VFMADD231PS Z2, Z2, Z6
	VFMADD231PS Z3, Z3, Z7
	VFMADD231PS Z4, Z4, Z6
	VFMADD231PS Z5, Z5, Z7
	VADDPS Z6, Z7, Z6
	FOLD
	VMULSS inverse96<>(SB), X6, X6
	VADDSS epsilon<>(SB), X6, X6
	VSQRTSS X6, X6, X6
	VMOVSS one<>(SB), X7
	VDIVSS X6, X7, X7
	VBROADCASTSS X7, Z6
	OUTP(0, Z0)
	OUTP(64, Z1)
	OUTP(128, Z2)
	OUTP(192, Z3)
	OUTP(256, Z4)
	OUTP(320, Z5)
	TESTL DX, DX
	JZ    store

	VADDPS 0(DI), Z0, Z0
	VADDPS 64(DI), Z1, Z1
	VADDPS 128(DI), Z2, Z2
	VADDPS 192(DI), Z3, Z3
	VADDPS 256(DI), Z4, Z4
	VADDPS 320(DI), Z5, Z5

store:
	VMOVUPS Z0, 0(DI)
	VMOVUPS Z1, 64(DI)
	VMOVUPS Z2, 128(DI)
	VMOVUPS Z3, 192(DI)
	VMOVUPS Z4, 256(DI)
	VMOVUPS Z5, 320(DI)
	VZEROUPPER
	RET

// func sumMaxout64x512(rows [][]float32, b, out *float32)
//
// Z0..Z3 add the first piece, Z4..Z7 the second. A slice header is 24 bytes,
// its pointer first.
TEXT ·sumMaxout64x512(SB), NOSPLIT, $0-40
	MOVQ rows_base+0(FP), SI
	MOVQ rows_len+8(FP), CX
	MOVQ b+24(FP), BX
	MOVQ out+32(FP), DI
	VPXORQ Z0, Z0, Z0
	VPXORQ Z1, Z1, Z1
	VPXORQ Z2, Z2, Z2
	VPXORQ Z3, Z3, Z3
	VPXORQ Z4, Z4, Z4
	VPXORQ Z5, Z5, Z5
	VPXORQ Z6, Z6, Z6
	VPXORQ Z7, Z7, Z7

row:
	MOVQ (SI), AX
	VADDPS 0(AX), Z0, Z0
	VADDPS 64(AX), Z1, Z1
	VADDPS 128(AX), Z2, Z2
	VADDPS 192(AX), Z3, Z3
	VADDPS 256(AX), Z4, Z4
	VADDPS 320(AX), Z5, Z5
	VADDPS 384(AX), Z6, Z6
	VADDPS 448(AX), Z7, Z7
	ADDQ $24, SI
	DECQ CX
	JNZ  row

	VADDPS 0(BX), Z0, Z0
	VADDPS 64(BX), Z1, Z1
	VADDPS 128(BX), Z2, Z2
	VADDPS 192(BX), Z3, Z3
	VADDPS 256(BX), Z4, Z4
	VADDPS 320(BX), Z5, Z5
	VADDPS 384(BX), Z6, Z6
	VADDPS 448(BX), Z7, Z7
	VMAXPS Z4, Z0, Z0
	VMAXPS Z5, Z1, Z1
	VMAXPS Z6, Z2, Z2
	VMAXPS Z7, Z3, Z3
	VMOVUPS Z0, 0(DI)
	VMOVUPS Z1, 64(DI)
	VMOVUPS Z2, 128(DI)
	VMOVUPS Z3, 192(DI)
	VZEROUPPER
	RET

// func sumRows96x512(rows [][]float32, b, y *float32, n int)
//
// Passes of 96 sums, in Z0..Z5; R14 is the offset in bytes.
TEXT ·sumRows96x512(SB), NOSPLIT, $0-48
	MOVQ rows_base+0(FP), SI
	MOVQ rows_len+8(FP), R12
	MOVQ b+24(FP), BX
	MOVQ y+32(FP), DI
	MOVQ n+40(FP), R13
	SHLQ $2, R13
	XORQ R14, R14

pass:
	VMOVUPS 0(BX)(R14*1), Z0
	VMOVUPS 64(BX)(R14*1), Z1
	VMOVUPS 128(BX)(R14*1), Z2
	VMOVUPS 192(BX)(R14*1), Z3
	VMOVUPS 256(BX)(R14*1), Z4
	VMOVUPS 320(BX)(R14*1), Z5
	MOVQ SI, R8
	MOVQ R12, CX

addend:
	MOVQ (R8), AX
	ADDQ R14, AX
	VADDPS 0(AX), Z0, Z0
	VADDPS 64(AX), Z1, Z1
	VADDPS 128(AX), Z2, Z2
	VADDPS 192(AX), Z3, Z3
	VADDPS 256(AX), Z4, Z4
	VADDPS 320(AX), Z5, Z5
	ADDQ $24, R8
	DECQ CX
	JNZ  addend

	VMOVUPS Z0, 0(DI)(R14*1)
	VMOVUPS Z1, 64(DI)(R14*1)
	VMOVUPS Z2, 128(DI)(R14*1)
	VMOVUPS Z3, 192(DI)(R14*1)
	VMOVUPS Z4, 256(DI)(R14*1)
	VMOVUPS Z5, 320(DI)(R14*1)
	ADDQ $384, R14
	CMPQ R14, R13
	JNE  pass

	VZEROUPPER
	RET

// func filterInput96x512(x, t *float32)
//
// Z0..Z5 hold d0..d5 of filterInputGo, 16 columns at a time.
TEXT ·filterInput96x512(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), SI
	MOVQ t+8(FP), DI
	VBROADCASTSS half<>(SB), Z11
	VBROADCASTSS two<>(SB), Z12
	VBROADCASTSS twoAndHalf<>(SB), Z13
	VBROADCASTSS rootHalf<>(SB), Z14
	VBROADCASTSS rootTwo<>(SB), Z15
	MOVQ $6, CX

columns:
	VMOVUPS 0(SI), Z0
	VMOVUPS 384(SI), Z1
	VMOVUPS 768(SI), Z2
	VMOVUPS 1152(SI), Z3
	VMOVUPS 1536(SI), Z4
	VMOVUPS 1920(SI), Z5
	VADDPS Z4, Z0, Z0
	VADDPS Z1, Z5, Z5
	VFNMADD231PS Z2, Z13, Z0
	VFNMADD231PS Z3, Z13, Z5
	VMOVAPS Z4, Z6
	VFNMADD231PS Z2, Z12, Z6 // even
	VFNMADD231PS Z2, Z11, Z4 // even2
	VMOVAPS Z3, Z7
	VFNMADD231PS Z1, Z12, Z7
	VFNMADD231PS Z1, Z11, Z3
	VMULPS Z14, Z7, Z7       // odd
	VMULPS Z15, Z3, Z3       // odd2
	VADDPS Z7, Z6, Z8
	VSUBPS Z7, Z6, Z9
	VADDPS Z3, Z4, Z1
	VSUBPS Z3, Z4, Z2
	VMOVUPS Z0, 0(DI)
	VMOVUPS Z8, 384(DI)
	VMOVUPS Z9, 768(DI)
	VMOVUPS Z1, 1152(DI)
	VMOVUPS Z2, 1536(DI)
	VMOVUPS Z5, 1920(DI)
	ADDQ $64, SI
	ADDQ $64, DI
	DECQ CX
	JNZ  columns

	VZEROUPPER
	RET

// func filterOutput32x512(m, bias, y *float32)
//
// Two passes of 16 columns. A point's products are POINT bytes apart, rows of
// y 1152.
TEXT ·filterOutput32x512(SB), NOSPLIT, $0-24
	MOVQ m+0(FP), SI
	MOVQ bias+8(FP), BX
	MOVQ y+16(FP), DI
	VBROADCASTSS half<>(SB), Z10
	VBROADCASTSS two<>(SB), Z11
	VBROADCASTSS rootHalf<>(SB), Z12
	VBROADCASTSS rootTwo<>(SB), Z13
	VBROADCASTSS quarterRootTwo<>(SB), Z14
	VBROADCASTSS twiceRootTwo<>(SB), Z15
	MOVQ $2, CX

columns16:
	VMOVUPS (1*POINT)(SI), Z0
	VMOVUPS (2*POINT)(SI), Z1
	VMOVUPS (3*POINT)(SI), Z2
	VMOVUPS (4*POINT)(SI), Z3
	VMOVUPS (BX), Z4
	VADDPS Z1, Z0, Z5        // sum
	VSUBPS Z1, Z0, Z6        // diff
	VADDPS Z3, Z2, Z7        // sum2
	VSUBPS Z3, Z2, Z8        // diff2
	VADDPS 0(SI), Z4, Z0
	VADDPS (5*POINT)(SI), Z4, Z3
	VMOVAPS Z4, Z1
	VFMADD231PS Z6, Z12, Z1
	VFMADD231PS Z5, Z10, Z4
	VADDPS Z5, Z0, Z0
	VFMADD231PS Z6, Z14, Z3
	VFMADD231PS Z8, Z13, Z1
	VFMADD231PS Z7, Z11, Z4
	VADDPS Z7, Z0, Z0
	VFMADD231PS Z8, Z15, Z3
	VMOVUPS Z0, 0(DI)
	VMOVUPS Z1, 1152(DI)
	VMOVUPS Z4, 2304(DI)
	VMOVUPS Z3, 3456(DI)
	ADDQ $64, SI
	ADDQ $64, BX
	ADDQ $64, DI
	DECQ CX
	JNZ  columns16

	VZEROUPPER
	RET
