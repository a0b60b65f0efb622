package extract

import (
	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// cluster is all the names of one person, organization or place. Its index in
// reader.clusters is the index of its entity.
type cluster struct {
	kind   graph.NodeKind
	key    string // folded name that further names are compared with
	forms  []string
	last   int    // index of the span that named it last
	state  bool   // a country
	listed string // a place's name in the gazetteer, "" if it has none
	named  int    // mentions that are names, not demonyms or seats
	bare   int    // of a person, mentions by the surname alone
	titled int    // of a person, names with a title before them
	gender byte   // of a person, 'm' or 'f' by a title before the name, else 0
	kin    bool   // of a person, named in full as someone's kin: "his wife, X"
}

// clusterNames puts every span into a cluster: full names first, then the
// shorter ones that may be theirs.
func (r *reader) clusterNames() {
	for k := range r.spans {
		r.spans[k].cluster = -1
	}
	r.clusters = make([]cluster, 0, len(r.forms))
	r.clusterPlaces()
	r.clusterOrganizations()
	r.clusterPersons()
	for k := range r.spans {
		s := &r.spans[k]
		if s.cluster < 0 {
			continue
		}
		c := &r.clusters[s.cluster]
		if !s.demonym() {
			c.named++
		}
		if e := s.entry; c.kind == graph.KindPlace && e.Kind != gazetteer.None && c.listed == "" {
			if c.listed = e.Name; c.state {
				c.listed = e.Country
			}
		}
	}
}

func (r *reader) newCluster(kind graph.NodeKind, key string) int {
	r.clusters = append(r.clusters, cluster{kind: kind, key: key, last: -1})
	return len(r.clusters) - 1
}
