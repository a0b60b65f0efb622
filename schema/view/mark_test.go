package view

import (
	"strings"
	"testing"

	"github.com/whomet/whomet/graph/terms"
)

func TestMark(t *testing.T) {
	long := strings.Repeat("One word follows another. ", 20) + "Then came the withdrawal <b>of</b> troops. " + strings.Repeat("And it went on. ", 20)
	for _, c := range []struct{ query, text, want string }{
		{"withdrawing", "The withdrawal of troops", "The <mark>withdrawal</mark> of troops"},
		{"tariff*", "Tariffs, tariff wars", "<mark>Tariffs</mark>, <mark>tariff</mark> wars"},
		{"fish -tariffs", "Tariffs on fish", "Tariffs on <mark>fish</mark>"},
		{`"may fish"`, "Who may fish?", "Who <mark>may</mark> <mark>fish</mark>?"},
		{"angstrom", "Élise Ångström’s plea", "Élise <mark>Ångström’s</mark> plea"},
		{"script", "<script>&", "&lt;<mark>script</mark>&gt;&amp;"},
		{"zebra", "No such beast", ""},
		{"withdrawal", long, "… word follows another. One word follows another. Then came the <mark>withdrawal</mark> &lt;b&gt;of&lt;/b&gt; troops. " +
			"And it went on. And it went on. And it went on. And it went on. And it went on. And it went on. And it went on. And it went …"},
	} {
		condition, err := terms.Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if marked := markText(condition).html(c.text); marked != nil {
			got = *marked
		}
		if got != c.want {
			t.Errorf("%s in %.40q:\n got %s\nwant %s", c.query, c.text, got, c.want)
		}
	}
}
