package resolve

// relation is what two names are to each other.
type relation int8

const (
	different relation = iota
	// variant: two spellings of one name.
	variant
	// lesser: the first says less than the second and may be short for it.
	lesser
	// greater: the second says less than the first.
	greater
)

func (r relation) inverse() relation {
	switch r {
	case lesser:
		return greater
	case greater:
		return lesser
	}
	return r
}
