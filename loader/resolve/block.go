package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// Blocks are "<group>:<key>". A unit looks for others in the blocks that
// [asks] derives from its own, so that it finds whoever finds it:
//
//	P1 surname alone           looks into P1 and P2
//	P2 surname of a full name  looks into P1
//	P3 full name, otherwise    looks into P3 and P4
//	P4 single name, as a whole looks into P3
//	O1 acronym alone           looks into O2
//	O2 acronym beside a name   looks into O1 and O2
//	O3 long name               looks into O3
//	O4 acronym alone           looks into O5
//	O5 initials of a name      looks into O4
//	O6 a body's words          looks into O6
//	L1 place                   looks into L1
//	L2 spelling                looks into L2 and L3
//	L3 that of a known place   looks into L2
//	A1 another name, as told   looks into A2
//	A2 person's or body's name looks into A1
//	G1 ruler's name in a word  looks into G2
//	G2 first of a ruler's name looks into G1
//	J1 two that a person joins looks into J1
//	T1 topic                   looks into T1
//	R1 who was killed          looks into R1
//	R2 who or where, "|" when  looks into R2, see below
//	ref told in a unit         looks nowhere
//
// When is a month ("2020-01"), "?" for an undated report, and "*", which all
// reports carry: dated ones look into their months and "?", undated ones into
// "*".
func asks(blocks []string) []string {
	var out []string
	for _, b := range blocks {
		group, key, _ := strings.Cut(b, ":")
		switch group {
		case "P1":
			out = append(out, b, "P2:"+key)
		case "P2":
			out = append(out, "P1:"+key)
		case "P3":
			if out = append(out, b); !strings.Contains(key, " ") {
				out = append(out, "P4:"+key)
			}
		case "P4":
			out = append(out, "P3:"+key)
		case "O1":
			out = append(out, "O2:"+key)
		case "O2":
			out = append(out, b, "O1:"+key)
		case "O4":
			out = append(out, "O5:"+key)
		case "O5":
			out = append(out, "O4:"+key)
		case "A1":
			out = append(out, "A2:"+key)
		case "A2":
			out = append(out, "A1:"+key)
		case "G1":
			out = append(out, "G2:"+key)
		case "G2":
			out = append(out, "G1:"+key)
		case "L2":
			out = append(out, b, "L3:"+key)
		case "L3":
			out = append(out, "L2:"+key)
		case "O3", "O6", "L1", "J1", "T1", "R1":
			out = append(out, b)
		case "R2":
			i := strings.LastIndexByte(b, '|') + 1
			switch b[i:] {
			case "*":
			case "?":
				out = append(out, b[:i]+"*")
			default:
				out = append(out, b, b[:i]+"?")
			}
		}
	}
	return finish(out)
}

// ofSingleNames returns those of the blocks that only people's single names carry.
func ofSingleNames(blocks []string) []string {
	return slices.DeleteFunc(blocks, func(b string) bool {
		return !strings.HasPrefix(b, "P1:") && !strings.HasPrefix(b, "P4:") && !strings.HasPrefix(b, "G1:")
	})
}

const refGroup = "ref:"

// refBlocks are the blocks that say which units a unit is told in.
func refBlocks(ids []graph.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = refGroup + string(id)
	}
	return out
}

// finish sorts blocks and takes out doubles.
func finish(blocks []string) []string {
	slices.Sort(blocks)
	return slices.Compact(blocks)
}
