package resolve

import "github.com/whomet/whomet/graph"

// modesFit tells whether one meeting may be told in both modes. Some who met
// apart from a gathering of several, or in the course of a visit, are another
// meeting, part of it; but a summit of two is one, and so are talks of two that
// a third hosts. Whether a call showed
// faces, articles confuse.
func modesFit(o, p *occasion) bool {
	a, b := o.Mode, p.Mode
	if a == b || a == graph.ModeUnknown || b == graph.ModeUnknown || a == "" || b == "" {
		return true
	}
	if a == graph.ModeMultilateral || a == graph.ModeVisit && b != graph.ModeMultilateral {
		o, p, a, b = p, o, b, a
	}
	switch b {
	case graph.ModeMultilateral:
		return a != graph.ModePhone && (a == graph.ModeVideo || a == graph.ModeThirdParty || len(o.who) > 2 || o.covers(p) || o.coversGuests(p))
	case graph.ModeVisit:
		return !remote(a) && o.covers(p) && p.covers(o)
	}
	return remote(a) == remote(b) && (!remote(a) || o.when.sameDay(p.when))
}

func remote(m graph.MeetingMode) bool { return m == graph.ModePhone || m == graph.ModeVideo }

// cameTrue tells whether o was only thought of for the day on which, by p of that
// day or later, the same were held: "may receive him on Monday".
func (o *occasion) cameTrue(p *occasion) bool {
	return o.Kind == graph.KindMeeting && o.Status == graph.StatusHypothetical && p.Status == graph.StatusHeld && o.when.sameDay(p.when) &&
		o.Published.Last() <= p.Published.Last() && len(o.who) > 1 && o.covers(p) && p.covers(o)
}

// statusesFit tells whether an occurrence of one status may be reported with
// the other: a plan is carried out, put off or called off; what was refused,
// denied or only thought of was not held. What was called off may have been
// held after all; see revived.
func statusesFit(a, b graph.OccurrenceStatus) bool {
	unreal := func(s graph.OccurrenceStatus) bool {
		return s == graph.StatusRefused || s == graph.StatusDenied || s == graph.StatusHypothetical
	}
	return a == b || !(a == graph.StatusHeld && unreal(b) || b == graph.StatusHeld && unreal(a))
}

// revived tells whether one was called off and the other held: those are two,
// as far as these two reports go, unless they are of the same day.
func (o *occasion) revived(p *occasion) bool {
	return o.Status == graph.StatusCancelled && p.Status == graph.StatusHeld || o.Status == graph.StatusHeld && p.Status == graph.StatusCancelled
}

// few tells whether o names two of the several that p brought together, and no
// day or place to say that it is of that gathering: they may have met apart.
func (o *occasion) few(p *occasion) bool {
	return len(o.who) == 2 && len(p.who) > 2 && p.Mode == graph.ModeMultilateral && o.Mode != graph.ModeMultilateral && !o.when.stated && len(o.sites()) == 0
}
