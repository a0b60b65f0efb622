//go:build !purego

#include "textflag.h"
#include "go_asm.h"

// The kernels of kernel.go for arm64, in NEON. A vector register V holds 4
// float32. They add in the order of the portable ones and give the same bits.

// The assembler has no names for these: d = n op m, four float32 each.
#define FADD(m, n, d) WORD $(0x4E20D400 | (m)<<16 | (n)<<5 | (d))
#define FSUB(m, n, d) WORD $(0x4EA0D400 | (m)<<16 | (n)<<5 | (d))
#define FMUL(m, n, d) WORD $(0x6E20DC00 | (m)<<16 | (n)<<5 | (d))
#define FMAX(m, n, d) WORD $(0x4E20F400 | (m)<<16 | (n)<<5 | (d))
#define FADDP(m, n, d) WORD $(0x6E20D400 | (m)<<16 | (n)<<5 | (d))

// func gemm6x16(x *float32, ldx int, w, b *float32, k int, y *float32, ldy int)
//
// V0..V23 hold the sums, four for each of six rows; R8..R13 point at the rows
// of x. ROW adds the products of an input of one row and its 16 weights.
#define ROW(r, x, s0, s1, s2, s3) \
	VLD1R.P 4(r), [x.S4] \
	VFMLA   V24.S4, x.S4, s0.S4 \
	VFMLA   V25.S4, x.S4, s1.S4 \
	VFMLA   V26.S4, x.S4, s2.S4 \
	VFMLA   V27.S4, x.S4, s3.S4

TEXT ·gemm6x16(SB), NOSPLIT, $0-56
	MOVD x+0(FP), R8
	MOVD ldx+8(FP), R1
	MOVD w+16(FP), R2
	MOVD b+24(FP), R3
	MOVD k+32(FP), R4
	MOVD y+40(FP), R5
	MOVD ldy+48(FP), R6
	ADD  R1, R8, R9
	ADD  R1, R9, R10
	ADD  R1, R10, R11
	ADD  R1, R11, R12
	ADD  R1, R12, R13
	VLD1 (R3), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1 (R3), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1 (R3), [V8.S4, V9.S4, V10.S4, V11.S4]
	VLD1 (R3), [V12.S4, V13.S4, V14.S4, V15.S4]
	VLD1 (R3), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1 (R3), [V20.S4, V21.S4, V22.S4, V23.S4]

inputs:
	VLD1.P 64(R2), [V24.S4, V25.S4, V26.S4, V27.S4]
	ROW(R8, V28, V0, V1, V2, V3)
	ROW(R9, V29, V4, V5, V6, V7)
	ROW(R10, V30, V8, V9, V10, V11)
	ROW(R11, V31, V12, V13, V14, V15)
	ROW(R12, V28, V16, V17, V18, V19)
	ROW(R13, V29, V20, V21, V22, V23)
	SUBS $1, R4, R4
	BNE  inputs

	VST1 [V0.S4, V1.S4, V2.S4, V3.S4], (R5)
	ADD  R6, R5, R5
	VST1 [V4.S4, V5.S4, V6.S4, V7.S4], (R5)
	ADD  R6, R5, R5
	VST1 [V8.S4, V9.S4, V10.S4, V11.S4], (R5)
	ADD  R6, R5, R5
	VST1 [V12.S4, V13.S4, V14.S4, V15.S4], (R5)
	ADD  R6, R5, R5
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R5)
	ADD  R6, R5, R5
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R5)
	RET

// func gemm1x16(x, w, b *float32, k int, y *float32)
//
// V0..V15 hold four sums for each of the 16 columns.
TEXT ·gemm1x16(SB), NOSPLIT, $0-40
	MOVD x+0(FP), R8
	MOVD w+8(FP), R2
	MOVD b+16(FP), R3
	MOVD k+24(FP), R4
	MOVD y+32(FP), R5
	VLD1 (R3), [V0.S4, V1.S4, V2.S4, V3.S4]
	VEOR V4.B16, V4.B16, V4.B16
	VEOR V5.B16, V5.B16, V5.B16
	VEOR V6.B16, V6.B16, V6.B16
	VEOR V7.B16, V7.B16, V7.B16
	VEOR V8.B16, V8.B16, V8.B16
	VEOR V9.B16, V9.B16, V9.B16
	VEOR V10.B16, V10.B16, V10.B16
	VEOR V11.B16, V11.B16, V11.B16
	VEOR V12.B16, V12.B16, V12.B16
	VEOR V13.B16, V13.B16, V13.B16
	VEOR V14.B16, V14.B16, V14.B16
	VEOR V15.B16, V15.B16, V15.B16

inputs1:
	VLD1.P 64(R2), [V24.S4, V25.S4, V26.S4, V27.S4]
	ROW(R8, V28, V0, V1, V2, V3)
	VLD1.P 64(R2), [V24.S4, V25.S4, V26.S4, V27.S4]
	ROW(R8, V29, V4, V5, V6, V7)
	VLD1.P 64(R2), [V24.S4, V25.S4, V26.S4, V27.S4]
	ROW(R8, V30, V8, V9, V10, V11)
	VLD1.P 64(R2), [V24.S4, V25.S4, V26.S4, V27.S4]
	ROW(R8, V31, V12, V13, V14, V15)
	SUBS $4, R4, R4
	BNE  inputs1

	FADD(4, 0, 0)
	FADD(5, 1, 1)
	FADD(6, 2, 2)
	FADD(7, 3, 3)
	FADD(12, 8, 8)
	FADD(13, 9, 9)
	FADD(14, 10, 10)
	FADD(15, 11, 11)
	FADD(8, 0, 0)
	FADD(9, 1, 1)
	FADD(10, 2, 2)
	FADD(11, 3, 3)
	VST1 [V0.S4, V1.S4, V2.S4, V3.S4], (R5)
	RET

// func sumRows96(rows [][]float32, b, y *float32, n int)
//
// Passes of 96 sums, in V0..V23; R14 is the offset in bytes. A slice header is
// 24 bytes, its pointer first.
TEXT ·sumRows96(SB), NOSPLIT, $0-48
	MOVD rows_base+0(FP), R0
	MOVD rows_len+8(FP), R1
	MOVD b+24(FP), R3
	MOVD y+32(FP), R5
	MOVD n+40(FP), R13
	LSL  $2, R13, R13
	MOVD ZR, R14

columns96:
	VLD1.P 64(R3), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1.P 64(R3), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R3), [V8.S4, V9.S4, V10.S4, V11.S4]
	VLD1.P 64(R3), [V12.S4, V13.S4, V14.S4, V15.S4]
	VLD1.P 64(R3), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1.P 64(R3), [V20.S4, V21.S4, V22.S4, V23.S4]
	MOVD R0, R8
	MOVD R1, R4

addend:
	MOVD (R8), R9
	ADD  R14, R9, R9
	VLD1.P 64(R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 0, 0)
	FADD(25, 1, 1)
	FADD(26, 2, 2)
	FADD(27, 3, 3)
	VLD1.P 64(R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 4, 4)
	FADD(25, 5, 5)
	FADD(26, 6, 6)
	FADD(27, 7, 7)
	VLD1.P 64(R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 8, 8)
	FADD(25, 9, 9)
	FADD(26, 10, 10)
	FADD(27, 11, 11)
	VLD1.P 64(R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 12, 12)
	FADD(25, 13, 13)
	FADD(26, 14, 14)
	FADD(27, 15, 15)
	VLD1.P 64(R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 16, 16)
	FADD(25, 17, 17)
	FADD(26, 18, 18)
	FADD(27, 19, 19)
	VLD1.P 64(R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 20, 20)
	FADD(25, 21, 21)
	FADD(26, 22, 22)
	FADD(27, 23, 23)
	ADD  $24, R8, R8
	SUBS $1, R4, R4
	BNE  addend

	VST1.P [V0.S4, V1.S4, V2.S4, V3.S4], 64(R5)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R5)
	VST1.P [V8.S4, V9.S4, V10.S4, V11.S4], 64(R5)
	VST1.P [V12.S4, V13.S4, V14.S4, V15.S4], 64(R5)
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R5)
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], 64(R5)
	ADD  $384, R14, R14
	CMP  R13, R14
	BNE  columns96
	RET

// func sumMaxout64(rows [][]float32, b, out *float32)
//
// Two passes of 32 outputs: V0..V7 add their first piece, V8..V15 the second.
TEXT ·sumMaxout64(SB), NOSPLIT, $0-40
	MOVD rows_base+0(FP), R0
	MOVD rows_len+8(FP), R1
	MOVD b+24(FP), R3
	MOVD out+32(FP), R5
	MOVD ZR, R14
	ADD  $256, R3, R6

half:
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16
	VEOR V2.B16, V2.B16, V2.B16
	VEOR V3.B16, V3.B16, V3.B16
	VEOR V4.B16, V4.B16, V4.B16
	VEOR V5.B16, V5.B16, V5.B16
	VEOR V6.B16, V6.B16, V6.B16
	VEOR V7.B16, V7.B16, V7.B16
	VEOR V8.B16, V8.B16, V8.B16
	VEOR V9.B16, V9.B16, V9.B16
	VEOR V10.B16, V10.B16, V10.B16
	VEOR V11.B16, V11.B16, V11.B16
	VEOR V12.B16, V12.B16, V12.B16
	VEOR V13.B16, V13.B16, V13.B16
	VEOR V14.B16, V14.B16, V14.B16
	VEOR V15.B16, V15.B16, V15.B16
	MOVD R0, R8
	MOVD R1, R4

row:
	MOVD (R8), R9
	ADD  R14, R9, R9
	ADD  $256, R9, R10
	VLD1.P 64(R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 0, 0)
	FADD(25, 1, 1)
	FADD(26, 2, 2)
	FADD(27, 3, 3)
	VLD1.P 64(R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 4, 4)
	FADD(25, 5, 5)
	FADD(26, 6, 6)
	FADD(27, 7, 7)
	VLD1.P 64(R10), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 8, 8)
	FADD(25, 9, 9)
	FADD(26, 10, 10)
	FADD(27, 11, 11)
	VLD1.P 64(R10), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 12, 12)
	FADD(25, 13, 13)
	FADD(26, 14, 14)
	FADD(27, 15, 15)
	ADD  $24, R8, R8
	SUBS $1, R4, R4
	BNE  row

	VLD1.P 64(R3), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 0, 0)
	FADD(25, 1, 1)
	FADD(26, 2, 2)
	FADD(27, 3, 3)
	VLD1.P 64(R3), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 4, 4)
	FADD(25, 5, 5)
	FADD(26, 6, 6)
	FADD(27, 7, 7)
	VLD1.P 64(R6), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 8, 8)
	FADD(25, 9, 9)
	FADD(26, 10, 10)
	FADD(27, 11, 11)
	VLD1.P 64(R6), [V24.S4, V25.S4, V26.S4, V27.S4]
	FADD(24, 12, 12)
	FADD(25, 13, 13)
	FADD(26, 14, 14)
	FADD(27, 15, 15)
	FMAX(8, 0, 0)
	FMAX(9, 1, 1)
	FMAX(10, 2, 2)
	FMAX(11, 3, 3)
	FMAX(12, 4, 4)
	FMAX(13, 5, 5)
	FMAX(14, 6, 6)
	FMAX(15, 7, 7)
	VST1.P [V0.S4, V1.S4, V2.S4, V3.S4], 64(R5)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R5)
	ADD  $128, R14, R14
	CMP  $256, R14
	BNE  half
	RET

// SUM96 adds the 96 numbers in V0..V23 as the portable lanes do: the even
// vectors of 16 in V24..V27, the odd ones in V28..V31, then both, then halves.
// The sum is in all lanes of V24.
#define SUM96 \
	FADD(8, 0, 24) \
	FADD(9, 1, 25) \
	FADD(10, 2, 26) \
	FADD(11, 3, 27) \
	FADD(12, 4, 28) \
	FADD(13, 5, 29) \
	FADD(14, 6, 30) \
	FADD(15, 7, 31) \
	FADD(16, 24, 24) \
	FADD(17, 25, 25) \
	FADD(18, 26, 26) \
	FADD(19, 27, 27) \
	FADD(20, 28, 28) \
	FADD(21, 29, 29) \
	FADD(22, 30, 30) \
	FADD(23, 31, 31) \
	FADD(28, 24, 24) \
	FADD(29, 25, 25) \
	FADD(30, 26, 26) \
	FADD(31, 27, 27) \
	FADD(26, 24, 24) \
	FADD(27, 25, 25) \
	FADD(25, 24, 24) \
	FADDP(24, 24, 24) \
	FADDP(24, 24, 24)

// func maxoutNorm96(y, out, gain, b *float32, add bool)
//
// V0..V23 hold the 96 outputs. Their squares go through the same registers, so
// out holds them meanwhile; what is added is read before.
TEXT ·maxoutNorm96(SB), NOSPLIT, $384-33
	MOVD  y+0(FP), R0
	MOVD  out+8(FP), R1
	MOVD  gain+16(FP), R2
	MOVD  b+24(FP), R3
	MOVBU add+32(FP), R4
	ADD   $384, R0, R5
	ADD   $768, R0, R6
	MOVD  $centred-384(SP), R7

	VLD1.P 64(R0), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1.P 64(R5), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1.P 64(R6), [V28.S4, V29.S4, V30.S4, V31.S4]
	FMAX(24, 0, 0)
	FMAX(25, 1, 1)
	FMAX(26, 2, 2)
	FMAX(27, 3, 3)
	FMAX(28, 0, 0)
	FMAX(29, 1, 1)
	FMAX(30, 2, 2)
	FMAX(31, 3, 3)
	VLD1.P 64(R0), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R5), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1.P 64(R6), [V28.S4, V29.S4, V30.S4, V31.S4]
	FMAX(24, 4, 4)
	FMAX(25, 5, 5)
	FMAX(26, 6, 6)
	FMAX(27, 7, 7)
	FMAX(28, 4, 4)
	FMAX(29, 5, 5)
	FMAX(30, 6, 6)
	FMAX(31, 7, 7)
	VLD1.P 64(R0), [V8.S4, V9.S4, V10.S4, V11.S4]
	VLD1.P 64(R5), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1.P 64(R6), [V28.S4, V29.S4, V30.S4, V31.S4]
	FMAX(24, 8, 8)
	FMAX(25, 9, 9)
	FMAX(26, 10, 10)
	FMAX(27, 11, 11)
	FMAX(28, 8, 8)
	FMAX(29, 9, 9)
	FMAX(30, 10, 10)
	FMAX(31, 11, 11)
	VLD1.P 64(R0), [V12.S4, V13.S4, V14.S4, V15.S4]
	VLD1.P 64(R5), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1.P 64(R6), [V28.S4, V29.S4, V30.S4, V31.S4]
	FMAX(24, 12, 12)
	FMAX(25, 13, 13)
	FMAX(26, 14, 14)
	FMAX(27, 15, 15)
	FMAX(28, 12, 12)
	FMAX(29, 13, 13)
	FMAX(30, 14, 14)
	FMAX(31, 15, 15)
	VLD1.P 64(R0), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1.P 64(R5), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1.P 64(R6), [V28.S4, V29.S4, V30.S4, V31.S4]
	FMAX(24, 16, 16)
	FMAX(25, 17, 17)
	FMAX(26, 18, 18)
	FMAX(27, 19, 19)
	FMAX(28, 16, 16)
	FMAX(29, 17, 17)
	FMAX(30, 18, 18)
	FMAX(31, 19, 19)
	VLD1.P 64(R0), [V20.S4, V21.S4, V22.S4, V23.S4]
	VLD1.P 64(R5), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1.P 64(R6), [V28.S4, V29.S4, V30.S4, V31.S4]
	FMAX(24, 20, 20)
	FMAX(25, 21, 21)
	FMAX(26, 22, 22)
	FMAX(27, 23, 23)
	FMAX(28, 20, 20)
	FMAX(29, 21, 21)
	FMAX(30, 22, 22)
	FMAX(31, 23, 23)

	// mean
	SUM96
	MOVW  $0x3c2aaaab, R8 // 1/96
	FMOVS R8, F25
	FMULS F25, F24, F24
	VDUP  V24.S[0], V24.S4
	FSUB(24, 0, 0)
	FSUB(24, 1, 1)
	FSUB(24, 2, 2)
	FSUB(24, 3, 3)
	FSUB(24, 4, 4)
	FSUB(24, 5, 5)
	FSUB(24, 6, 6)
	FSUB(24, 7, 7)
	FSUB(24, 8, 8)
	FSUB(24, 9, 9)
	FSUB(24, 10, 10)
	FSUB(24, 11, 11)
	FSUB(24, 12, 12)
	FSUB(24, 13, 13)
	FSUB(24, 14, 14)
	FSUB(24, 15, 15)
	FSUB(24, 16, 16)
	FSUB(24, 17, 17)
	FSUB(24, 18, 18)
	FSUB(24, 19, 19)
	FSUB(24, 20, 20)
	FSUB(24, 21, 21)
	FSUB(24, 22, 22)
	FSUB(24, 23, 23)
	MOVD  R7, R9
	VST1.P [V0.S4, V1.S4, V2.S4, V3.S4], 64(R9)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R9)
	VST1.P [V8.S4, V9.S4, V10.S4, V11.S4], 64(R9)
	VST1.P [V12.S4, V13.S4, V14.S4, V15.S4], 64(R9)
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R9)
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], 64(R9)

	// variance
	FMUL(0, 0, 0)
	FMUL(1, 1, 1)
	FMUL(2, 2, 2)
	FMUL(3, 3, 3)
	FMUL(4, 4, 4)
	FMUL(5, 5, 5)
	FMUL(6, 6, 6)
	FMUL(7, 7, 7)
	FMUL(8, 8, 8)
	FMUL(9, 9, 9)
	FMUL(10, 10, 10)
	FMUL(11, 11, 11)
	FMUL(12, 12, 12)
	FMUL(13, 13, 13)
	FMUL(14, 14, 14)
	FMUL(15, 15, 15)
	FMUL(16, 16, 16)
	FMUL(17, 17, 17)
	FMUL(18, 18, 18)
	FMUL(19, 19, 19)
	FMUL(20, 20, 20)
	FMUL(21, 21, 21)
	FMUL(22, 22, 22)
	FMUL(23, 23, 23)
	SUM96
	MOVW  $0x322bcc77, R9 // 1e-8
	FMOVS R8, F25
	FMOVS R9, F26
	FMULS F25, F24, F24
	FADDS F26, F24, F24
	FSQRTS F24, F24
	FMOVS $1.0, F25
	FDIVS F24, F25, F24
	VDUP  V24.S[0], V24.S4
	MOVD  R1, R10
	MOVD  $6, R11

outputs:
	VLD1.P 64(R7), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1.P 64(R2), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R3), [V8.S4, V9.S4, V10.S4, V11.S4]
	FMUL(24, 0, 0)
	FMUL(24, 1, 1)
	FMUL(24, 2, 2)
	FMUL(24, 3, 3)
	VFMLA V4.S4, V0.S4, V8.S4
	VFMLA V5.S4, V1.S4, V9.S4
	VFMLA V6.S4, V2.S4, V10.S4
	VFMLA V7.S4, V3.S4, V11.S4
	CBZ  R4, store
	VLD1.P 64(R10), [V12.S4, V13.S4, V14.S4, V15.S4]
	FADD(12, 8, 8)
	FADD(13, 9, 9)
	FADD(14, 10, 10)
	FADD(15, 11, 11)

store:
	VST1.P [V8.S4, V9.S4, V10.S4, V11.S4], 64(R1)
	SUBS $1, R11, R11
	BNE  outputs
	RET

// CONST fills a register with the float32 of those bits.
#define CONST(bits, v) \
	MOVW $bits, R8 \
	VDUP R8, v.S4

// func filterInput96(x, t *float32)
//
// V0..V5 hold d0..d5 of filterInputGo, 4 columns at a time.
TEXT ·filterInput96(SB), NOSPLIT, $0-16
	MOVD x+0(FP), R0
	MOVD t+8(FP), R1
	CONST(0x3f000000, V27) // 0.5
	CONST(0x40000000, V28) // 2
	CONST(0x40200000, V29) // 2.5
	CONST(0x3f3504f3, V30) // √½
	CONST(0x3fb504f3, V31) // √2
	MOVD $384, R2
	MOVD $24, R3

columns:
	MOVD R0, R4
	MOVD R1, R5
	VLD1 (R4), [V0.S4]
	ADD  R2, R4, R4
	VLD1 (R4), [V1.S4]
	ADD  R2, R4, R4
	VLD1 (R4), [V2.S4]
	ADD  R2, R4, R4
	VLD1 (R4), [V3.S4]
	ADD  R2, R4, R4
	VLD1 (R4), [V4.S4]
	ADD  R2, R4, R4
	VLD1 (R4), [V5.S4]
	FADD(4, 0, 0)
	FADD(5, 1, 5)
	VFMLS V2.S4, V29.S4, V0.S4
	VFMLS V3.S4, V29.S4, V5.S4
	VMOV  V4.B16, V6.B16
	VFMLS V2.S4, V28.S4, V6.S4 // even
	VFMLS V2.S4, V27.S4, V4.S4 // even2
	VMOV  V3.B16, V7.B16
	VFMLS V1.S4, V28.S4, V7.S4
	VFMLS V1.S4, V27.S4, V3.S4
	FMUL(30, 7, 7)             // odd
	FMUL(31, 3, 3)             // odd2
	FADD(7, 6, 8)
	FSUB(7, 6, 9)
	FADD(3, 4, 1)
	FSUB(3, 4, 2)
	VST1 [V0.S4], (R5)
	ADD  R2, R5, R5
	VST1 [V8.S4], (R5)
	ADD  R2, R5, R5
	VST1 [V9.S4], (R5)
	ADD  R2, R5, R5
	VST1 [V1.S4], (R5)
	ADD  R2, R5, R5
	VST1 [V2.S4], (R5)
	ADD  R2, R5, R5
	VST1 [V5.S4], (R5)
	ADD  $16, R0, R0
	ADD  $16, R1, R1
	SUBS $1, R3, R3
	BNE  columns
	RET

// func filterOutput32(m, bias, y *float32)
//
// Eight passes of 4 columns. A point's products are const_blockQuads*128 bytes apart,
// rows of y 1152.
TEXT ·filterOutput32(SB), NOSPLIT, $0-24
	MOVD m+0(FP), R0
	MOVD bias+8(FP), R1
	MOVD y+16(FP), R2
	CONST(0x3f000000, V26) // 0.5
	CONST(0x40000000, V27) // 2
	CONST(0x3f3504f3, V28) // √½
	CONST(0x3fb504f3, V29) // √2
	CONST(0x3eb504f3, V30) // √½/2
	CONST(0x403504f3, V31) // 2√2
	MOVD $(const_blockQuads*128), R3
	MOVD $1152, R4
	MOVD $8, R5

pass:
	MOVD R0, R6
	MOVD R2, R7
	VLD1 (R6), [V0.S4]
	ADD  R3, R6, R6
	VLD1 (R6), [V1.S4]
	ADD  R3, R6, R6
	VLD1 (R6), [V2.S4]
	ADD  R3, R6, R6
	VLD1 (R6), [V3.S4]
	ADD  R3, R6, R6
	VLD1 (R6), [V4.S4]
	ADD  R3, R6, R6
	VLD1 (R6), [V5.S4]
	VLD1.P 16(R1), [V6.S4]
	FADD(2, 1, 7)  // sum
	FSUB(2, 1, 8)  // diff
	FADD(4, 3, 9)  // sum2
	FSUB(4, 3, 10) // diff2
	FADD(0, 6, 0)
	FADD(5, 6, 3)
	VMOV  V6.B16, V1.B16
	VMOV  V6.B16, V2.B16
	VFMLA V8.S4, V28.S4, V1.S4
	VFMLA V7.S4, V26.S4, V2.S4
	FADD(7, 0, 0)
	VFMLA V8.S4, V30.S4, V3.S4
	VFMLA V10.S4, V29.S4, V1.S4
	VFMLA V9.S4, V27.S4, V2.S4
	FADD(9, 0, 0)
	VFMLA V10.S4, V31.S4, V3.S4
	VST1 [V0.S4], (R7)
	ADD  R4, R7, R7
	VST1 [V1.S4], (R7)
	ADD  R4, R7, R7
	VST1 [V2.S4], (R7)
	ADD  R4, R7, R7
	VST1 [V3.S4], (R7)
	ADD  $16, R0, R0
	ADD  $16, R2, R2
	SUBS $1, R5, R5
	BNE  pass
	RET
