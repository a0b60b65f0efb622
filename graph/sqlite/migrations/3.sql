-- Judgements of people and rules on who is who. a and b are units, which need
-- not be there; b is '' where one name is spoken of. at sorts as time does.
CREATE TABLE judgement (
  id    TEXT PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE,
  a     TEXT NOT NULL,
  b     TEXT NOT NULL,
  rule  INTEGER NOT NULL,
  score REAL NOT NULL,
  at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_a ON judgement (a);
CREATE INDEX judgement_b ON judgement (b);
CREATE INDEX judgement_score ON judgement (rule, score DESC, id);

-- Where articles were loaded from.
CREATE INDEX article_path ON node (data ->> 'path') WHERE kind = 'ARTICLE';
