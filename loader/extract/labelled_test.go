package extract_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/nlp/model/modeltest"
	"github.com/whomet/whomet/loader/score"
)

// labelledSet has the least figures that this package may fall to on one set
// of whomet's own labelled texts (testdata/labelled); raise them when the
// figures rise. A floor leaves room for one answer. Nobody tunes a rule on the
// set held.
type labelledSet struct {
	// name is that of its folder of labels, texts where its articles lie.
	name, texts string
	counts      map[string]struct{ precision, recall float64 }
	shares      map[string]float64
}

var labelledSets = []labelledSet{
	{
		name: "tune", texts: "testdata/labelled/tune/texts.jsonl",
		counts: map[string]struct{ precision, recall float64 }{
			"who met whom (held)": {0.92, 0.48},
			"who met whom (all)":  {0.89, 0.44},
			"meetings":            {0.88, 0.48},
			"participants":        {0.88, 0.46},
			"PERSON":              {0.96, 0.95},
			"ORGANIZATION":        {0.86, 0.86},
			"PLACE":               {0.96, 0.91},
			"positions":           {0.88, 0.77},
			"events, typed":       {0.88, 0.53},
		},
		shares: map[string]float64{
			"status*":                  0.95,
			"mode":                     0.94,
			"role":                     0.95,
			"date":                     0.87,
			"date, where gold has one": 0.78,
			"place":                    0.83,
			"topic recall":             0.51,
			"topic precision":          0.80,
			"event role":               0.91,
			"event date":               0.93,
			"event place":              0.81,
			"evidence spans":           1, "topic spans": 1, "mention spans": 1, "quotes in the source": 1,
		},
	},
	{
		name: "held", texts: "testdata/labelled/held/texts.jsonl",
		counts: map[string]struct{ precision, recall float64 }{
			"who met whom (held)": {0.72, 0.32},
			"who met whom (all)":  {0.75, 0.32},
			"meetings":            {0.91, 0.44},
			"participants":        {0.82, 0.37},
			"PERSON":              {0.95, 0.95},
			"ORGANIZATION":        {0.87, 0.84},
			"PLACE":               {0.96, 0.95},
			"positions":           {0.94, 0.81},
			"events, typed":       {0.87, 0.56},
		},
		shares: map[string]float64{
			"status*":                  0.92,
			"mode":                     0.84,
			"role":                     0.93,
			"date":                     0.90,
			"date, where gold has one": 0.85,
			"place":                    0.88,
			"topic recall":             0.31,
			"topic precision":          0.78,
			"event role":               0.90,
			"event date":               0.87,
			"event place":              0.87,
			"evidence spans":           1, "topic spans": 1, "mention spans": 1, "quotes in the source": 1,
		},
	},
	{
		name: "samples", texts: "../../samples",
		counts: map[string]struct{ precision, recall float64 }{
			"who met whom (held)": {0.89, 0.68},
			"who met whom (all)":  {0.92, 0.70},
			"meetings":            {0.93, 0.75},
			"participants":        {0.89, 0.69},
			"PERSON":              {0.99, 0.99},
			"ORGANIZATION":        {0.95, 0.97},
			"PLACE":               {0.97, 0.95},
			"positions":           {0.99, 0.97},
		},
		shares: map[string]float64{
			"status*":                  0.95,
			"mode":                     0.89,
			"role":                     0.93,
			"date":                     0.84,
			"date, where gold has one": 0.80,
			"place":                    0.80,
			"topic recall":             0.57,
			"topic precision":          0.70,
			"evidence spans":           1, "topic spans": 1, "mention spans": 1, "quotes in the source": 1,
		},
	},
}

// TestLabelled reads whomet's own labelled texts; -v prints all figures.
func TestLabelled(t *testing.T) {
	pipeline := modeltest.Load(t)
	for _, set := range labelledSets {
		t.Run(set.name, func(t *testing.T) {
			labels, err := score.ReadLabels(filepath.Join("testdata", "labelled", set.name, "labels.jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			var results []extract.Result
			for x, err := range loader.Extract(context.Background(), loader.Rules{Pipeline: pipeline}, loader.Input{Paths: []string{filepath.FromSlash(set.texts)}}, 2, nil) {
				var bad *article.Rejected
				if errors.As(err, &bad) {
					t.Logf("set aside: %v", bad) // all that is labelled in it counts as missed
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				results = append(results, x.Result)
			}
			report, err := score.Compare(labels, results, score.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := report.WriteTable(t.Output()); err != nil {
				t.Fatal(err)
			}
			set.check(t, report)
		})
	}
}

func (set labelledSet) check(t *testing.T, report *score.Report) {
	t.Helper()
	for figure, floor := range set.counts {
		c, _ := report.Counts(figure)
		precision, _ := c.Precision() // 0 where nothing was found
		recall, _ := c.Recall()
		if precision < floor.precision || recall < floor.recall {
			t.Errorf("%s: precision %.3f, recall %.3f; the floor is %.2f, %.2f", figure, precision, recall, floor.precision, floor.recall)
		}
	}
	for figure, floor := range set.shares {
		s, _ := report.Share(figure)
		if v, _ := s.Value(); v < floor {
			t.Errorf("%s: %.3f; the floor is %.2f", figure, v, floor)
		}
	}
}
