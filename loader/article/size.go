package article

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Size returns how many bytes [Read] would read of paths, for telling how far
// a reading is; false where that cannot be known, as with standard input.
func Size(paths []string) (bytes int64, known bool) {
	for _, path := range paths {
		if path == Stdin {
			return 0, false
		}
		info, err := os.Stat(path)
		if err != nil {
			continue // Read will say so
		}
		if !info.IsDir() {
			bytes += info.Size()
			continue
		}
		_ = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // Read will say so
			case p != path && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				return nil
			}
			if _, ok := byExtension(p); ok {
				if info, err := os.Stat(p); err == nil && info.Mode().IsRegular() {
					bytes += info.Size()
				}
			}
			return nil
		})
	}
	return bytes, true
}
