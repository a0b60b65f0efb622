package extract

type eventTrigger struct{}

func (n *narrative) findEvents(meetings []*occurrence) []*occurrence { return nil }
