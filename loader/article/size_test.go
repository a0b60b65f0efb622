package article

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSizeIsWhatReadReads(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "A meeting was held.", "b.jsonl": "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", "sub/c.html": "<p>Three.</p>",
		"notes.md": "passed over", ".hidden/d.txt": "passed over",
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var read int64
	for raw, err := range Read(t.Context(), []string{folder}, nil) {
		if err != nil {
			t.Fatal(err)
		}
		read += raw.Size
	}
	if size, known := Size([]string{folder}); !known || size != read || read == 0 {
		t.Errorf("Size = %d, %v; Read read %d", size, known, read)
	}
	if _, known := Size([]string{folder, Stdin}); known {
		t.Error("the size of standard input is known")
	}
}
