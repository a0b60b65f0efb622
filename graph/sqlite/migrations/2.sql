-- How occurrences stand to each other. evidence is the JSON of the words that
-- say so, as on graph.Relation.
CREATE TABLE relation (
  source   TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL,
  target   TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  evidence TEXT NOT NULL,
  PRIMARY KEY (source, kind, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_target ON relation (target, kind, source);
