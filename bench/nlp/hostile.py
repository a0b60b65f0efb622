"""Print texts made to break a tokenizer, one JSON string a line.

    python bench/nlp/hostile.py [COUNT [SEED]] >hostile.jsonl

Pieces of many scripts, emoji, clitics, URLs, units, control characters and odd
white space, put together at random; every fiftieth has a very long word.
"""
import json
import random
import sys

WORDS = """the cat met don't can't I'm they'd've U.S. e.g. a.m. p.m. Mr. Dr. o'clock 'em ain't cannot gonna n't 's 'll
Straße naïve İstanbul ΟΔΟΣ Москва كتاب שלום नमस्ते 中文字 日本語 한국어 สวัสดี ǅ ŉ ﬁ ß ẞ café cafe\u0301 e\u0301\u0302 Zażółć
http://a.b/c?d=e#f www.example.com example.org ftp://x.y user@example.com @user #tag C:\\x\\y /usr/bin 10.0.0.1 [::1] x=y a->b
5km 10€ $5 US$5 3.5% 1,000 5m² 30°C 12:30 9/11 1990s '90s 1st No.5 §5 x² ½ ① ٣ ५ Ⅻ 1e5 0xFF 6'2" 5°F. 5°C.
😀 👍🏽 👨‍👩‍👧 🇫🇷 1️⃣ ❤️ :) :-( ;D <3 ^_^ ¯\\_(ツ)_/¯ 8-) :/ xD o_O (-: </3
a-b a--b a—b a–b a…b a...b a/b a,b a.b a;b a:b A.B. A.b a.B a&b a+b a*b a_b a~b "a" 'a' (a) [a] {a} <a> «a» “a” ‘a’ 「a」""".split()
MARKS = list(".,;:!?'\"()[]{}<>-–—…/\\|@#$%^&*_=+~`´‘’“”„«»·•°£€¥§©®™†、。！？：；（）「」؟،।")
SPACES = [" ", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u2003", "\u3000", "\u200b", "\u2028", "\x0b", "\x1c", "\x85", " \n ", ""]
ODD = ["\x00", "\x01", "\x1b[0m", "\x7f", "\u00ad", "\u200d", "\u200e", "\u202e", "\ufeff", "\ufffd", "\ufffe", "\ue000", "\U000e0001", "\U0010ffff", "\u0300", "\u20dd"]


def character(rnd):
    while True:
        c = rnd.choice([rnd.randrange(0x20, 0x180), rnd.randrange(0x180, 0x3000), rnd.randrange(0x3000, 0x11000), rnd.randrange(0x1F000, 0x1FB00), rnd.randrange(0x10000, 0x30000)])
        if not 0xD800 <= c < 0xE000:
            return chr(c)


def piece(rnd):
    kind = rnd.random()
    if kind < 0.5:
        word = rnd.choice(WORDS)
        return word.upper() if rnd.random() < 0.05 else word.title() if rnd.random() < 0.05 else word
    if kind < 0.75:
        return rnd.choice(MARKS) * rnd.choice([1, 1, 1, 1, 2, 3, 4])
    if kind < 0.85:
        return rnd.choice(ODD)
    if kind < 0.95:
        return "".join(character(rnd) for _ in range(rnd.randrange(1, 5)))
    return str(rnd.randrange(10 ** rnd.randrange(1, 9)))


def text(rnd, n):
    out = []
    for _ in range(rnd.randrange(1, 16)):
        out.append(piece(rnd))
        if rnd.random() < 0.55:
            out.append(rnd.choice(SPACES))
    if n % 50 == 0:
        word = rnd.choice([rnd.choice(WORDS), character(rnd), "a", "1", "x-"])
        out.insert(rnd.randrange(len(out)), word * (rnd.choice([100, 101, 1000]) // len(word) + 1))
    if n % 1000 == 0:
        out.insert(0, rnd.choice(["a", "1", "é", "中", "a1", "."]) * 10_000)
    if n % 97 == 0:
        out = [rnd.choice(SPACES) for _ in range(rnd.randrange(12))]
    return "".join(out)


rnd = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
for n in range(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000):
    print(json.dumps(text(rnd, n)))
