package resolve

import (
	"testing"

	"github.com/whomet/whomet/graph"
)

// A Chinese name in Cyrillic is read by Palladius, where n and ng are not what
// they look like.
func TestPalladius(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want graph.Verdict
	}{
		{"Си Цзиньпин", "Xi Jinping", Same}, {"Ван Сяомин", "Wang Xiaoming", Same}, {"Чжоу Эньлай", "Zhou Enlai", Same}, {"Дэн Сяопин", "Deng Xiaoping", Same},
		{"Ху Цзиньтао", "Hu Jintao", Same}, {"Цзян Цзэминь", "Jiang Zemin", Same}, {"Мао Цзэдун", "Mao Zedong", Same}, {"Си Цзиньпин", "习近平", Same},
		{"Ван Сяомин", "Wang Xiaomin", Different}, {"Си Цзиньпин", "Xi Jinpeng", Different}, {"Ли Пэн", "Li Ping", Different},
	} {
		if m, err := MatchPeople(c.a, c.b); err != nil || m.Verdict != c.want {
			t.Errorf("%s, %s: %s %v, want %s", c.a, c.b, m.Verdict, m.Reasons, c.want)
		}
	}
}
