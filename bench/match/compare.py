"""Compare `whomet match` with nomenklatura's matchers on labelled pairs of names.

    python bench/match/compare.py [--kind PERSON] [--file loader/resolve/testdata/namesakes.txt ...] [--whomet bin/whomet]
    python bench/match/compare.py --cases nomenklatura/contrib/name_bench/cases.csv

wants a python with nomenklatura (`pip install nomenklatura`, PyICU needs ICU's
headers) and bin/whomet (`go build -o bin/whomet ./cmd/whomet`). Each pair is
compared by its names alone: entities of one property. It prints precision and
recall of "the same": whomet's SAME; the others at their default threshold of
0.7 and at the one that is best for F1, found on the very pairs it is shown for.
With --cases the pairs are those of nomenklatura's own benchmark of names, of
the kind asked for, in two halves by their hash.
"""
import argparse
import csv
import io
import os
import subprocess

from followthemoney import EntityProxy
from nomenklatura.matching import ScoringConfig, get_algorithm

SCHEMA = {"PERSON": "Person", "ORGANIZATION": "Organization"}


def fnv(line):
    h = 0x811C9DC5
    for b in line.encode():
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return h


def read(path):
    """Yields name, name, same, held out."""
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if not line or line[0] == "#":
            continue
        if line[0] in "=!":
            names = [(0 if line[0] == "=" else i, n) for i, n in enumerate(line[1:].split("|"))]
        else:
            names = [(i, n) for i, one in enumerate(line.split("|")) for n in one.split("=")]
        held = bool(fnv(line) & 1)
        for i, (of, a) in enumerate(names):
            for other, b in names[i + 1:]:
                yield a.strip(), b.strip(), of == other, held


def read_cases(path, kind):
    """Yields the same of nomenklatura's benchmark."""
    for row in csv.DictReader(open(path, encoding="utf-8")):
        if row["schema"] == SCHEMA[kind]:
            yield row["name1"], row["name2"], row["is_match"] == "true", bool(fnv(row["name1"] + "|" + row["name2"]) & 1)


def whomet(binary, kind, pairs):
    text = io.StringIO()
    w = csv.writer(text)
    w.writerow(["name1", "name2"])
    w.writerows(p[:2] for p in pairs)
    out = subprocess.run([binary, "match", "--kind", kind, "--format", "csv"], input=text.getvalue(), capture_output=True, text=True, check=True).stdout
    return [row["verdict"] == "SAME" for row in csv.DictReader(io.StringIO(out))]


def scores(algorithm, kind, pairs):
    config, compare = ScoringConfig.defaults(), get_algorithm(algorithm).compare

    def entity(name):
        return EntityProxy.from_dict({"id": name, "schema": SCHEMA[kind], "properties": {"name": [name]}})

    compare(entity("Ada Lovelace"), entity("Lovelace, Ada"), config)  # loads what it needs
    start = used()
    return [compare(entity(a), entity(b), config).score for a, b, _, _ in pairs], used() - start


def used():
    """CPU seconds of this process and those it ran."""
    return sum(os.times()[:4])


def figures(pairs, said):
    right = sum(s and p[2] for p, s in zip(pairs, said))
    wrong = sum(s and not p[2] for p, s in zip(pairs, said))
    missed = sum(not s and p[2] for p, s in zip(pairs, said))
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", default="PERSON", choices=SCHEMA)
    parser.add_argument("--file", nargs="+", default=["loader/resolve/testdata/people.txt", "loader/resolve/testdata/namesakes.txt"])
    parser.add_argument("--cases", help="nomenklatura's contrib/name_bench/cases.csv, instead of --file")
    parser.add_argument("--whomet", default="bin/whomet")
    parser.add_argument("--algorithm", nargs="+", default=["logic-v2", "er-unstable"])
    args = parser.parse_args()
    print("| pairs | of | same | matcher | threshold | precision | recall | F1 | µs a pair |\n|---|---|---|---|---|---|---|---|---|")
    for path in [args.cases] if args.cases else args.file:
        everything = list(read_cases(path, args.kind) if args.cases else read(path))
        for half in (False, True, None) if args.cases else (False, True):
            pairs = [p for p in everything if half in (None, p[3])]
            name = f"{os.path.basename(path)}, {'all' if half is None else 'held out' if half else 'tuned on'}"

            def show(matcher, threshold, said, seconds):
                p, r, f = figures(pairs, said)
                print(f"| {name} | {len(pairs)} | {sum(p[2] for p in pairs)} | {matcher} | {threshold} | {p:.3f} | {r:.3f} | {f:.3f} | {seconds / len(pairs) * 1e6:.0f} |")

            start = used()
            said = whomet(args.whomet, args.kind, pairs)
            show("whomet", "SAME", said, used() - start)
            for algorithm in args.algorithm:
                got, seconds = scores(algorithm, args.kind, pairs)
                best = max((t / 200 for t in range(1, 200)), key=lambda t: figures(pairs, [s >= t for s in got])[2])
                for threshold, label in ((0.7, "0.700, default"), (best, f"{best:.3f}, best")):
                    show(algorithm, label, [s >= threshold for s in got], seconds)


if __name__ == "__main__":
    main()
