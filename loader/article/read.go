package article

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Read yields the articles of paths in the order given.
//
// A folder is read with its subfolders in lexical order, hidden entries left
// out, files with an extension other than .txt, .html, .htm and .jsonl passed
// over. A file named outright is read whatever its name: one with another
// extension, and standard input ("-", from stdin) unless As declares it, has its
// format guessed from its first bytes.
//
// The error is a *Rejected for whatever cannot be read (a missing path, a bad
// file, a bad line), and reading goes on; it is ctx's error, and the last pair,
// when ctx ends. A .jsonl file is read line by line and never held whole.
func Read(ctx context.Context, paths []string, stdin io.Reader) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) {
		r := reader{ctx: ctx, yield: yield}
		for _, path := range paths {
			if path == Stdin {
				r.standardInput(stdin)
			} else {
				r.path(path)
			}
			if r.done {
				return
			}
		}
	}
}

// reader is one run of Read. Once done is set nothing more may be yielded.
type reader struct {
	ctx   context.Context
	yield func(Raw, error) bool
	done  bool
}

func (r *reader) emit(raw Raw, err error) {
	if r.done {
		return
	}
	if cause := r.ctx.Err(); cause != nil {
		r.yield(Raw{}, cause)
		r.done = true
		return
	}
	r.done = !r.yield(raw, err)
}

func (r *reader) reject(path string, line int, format string, args ...any) {
	r.emit(Raw{}, &Rejected{Path: path, Line: line, Reason: fmt.Sprintf(format, args...)})
}

func (r *reader) standardInput(stdin io.Reader) {
	switch in := stdin.(type) {
	case nil:
		r.reject(Stdin, 0, "is not connected; pipe an article in")
	case declared:
		r.stream(Stdin, in.Reader, in.format)
	default:
		r.stream(Stdin, stdin, "")
	}
}

// path reads what the user named: a folder or a file.
func (r *reader) path(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		r.reject(path, 0, "%s", reason(err))
	case info.IsDir():
		if n := r.folder(path); n == 0 {
			r.reject(path, 0, "holds no .txt, .html, .htm or .jsonl file; name another folder, or the files themselves")
		}
	default:
		format, _ := byExtension(path)
		r.file(path, format)
	}
}

// folder reads what lies under path and gives the number of files and folders
// it tried. Links to folders are not followed, so that no walk is endless.
func (r *reader) folder(path string) (tried int) {
	entries, err := os.ReadDir(path)
	if err != nil {
		r.reject(path, 0, "%s", reason(err))
		return 1
	}
	for _, entry := range entries {
		if r.done {
			return max(tried, 1)
		}
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		below := filepath.Join(path, entry.Name())
		if entry.IsDir() {
			tried += r.folder(below)
			continue
		}
		format, known := byExtension(below)
		if !known {
			continue
		}
		if info, err := os.Stat(below); err == nil && !info.Mode().IsRegular() {
			continue
		}
		tried++
		r.file(below, format)
	}
	return tried
}

func (r *reader) file(path string, format Format) {
	f, err := os.Open(path)
	if err != nil {
		r.reject(path, 0, "%s", reason(err))
		return
	}
	defer f.Close()
	r.stream(path, f, format)
}

// stream reads one file or standard input; format "" means guess it.
func (r *reader) stream(path string, in io.Reader, format Format) {
	buf := bufio.NewReaderSize(byMark(in), 64<<10)
	if format == "" || format == JSONL {
		// An error shows again, with its reason, when the bytes are read.
		head, _ := buf.Peek(4096)
		switch {
		case format == "":
			format = guess(head)
		case len(head) == 0 || isBinary(head):
			format = Text // one refusal for the whole file, not one a line
		}
	}
	if format == JSONL {
		r.lines(path, buf)
		return
	}
	r.whole(path, buf, format)
}

// whole reads a stream that holds one article.
func (r *reader) whole(path string, in io.Reader, format Format) {
	data, err := io.ReadAll(io.LimitReader(in, MaxBytes+1))
	if err != nil {
		r.reject(path, 0, "%s", reason(err))
		return
	}
	if len(data) > MaxBytes {
		r.reject(path, 0, "%s", tooLarge)
		return
	}
	text, err := decode(data, format)
	if err != nil {
		r.reject(path, 0, "%v", err)
		return
	}
	raw := Raw{Path: path, Size: int64(len(data))}
	if format == HTML {
		raw.HTML = text
	} else {
		raw.Text = text
	}
	r.emit(raw, nil)
}

var tooLarge = fmt.Sprintf("is larger than %d MB; split it into one article each, or give .jsonl with one a line", MaxBytes>>20)

// reason says why a file cannot be read, without the path that Rejected names.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "does not exist; check the path"
	case errors.Is(err, fs.ErrPermission):
		return "may not be read by this user; change its permissions"
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return fmt.Sprintf("cannot be read: %v", err)
}
