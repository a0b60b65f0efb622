-- Nodes and their edges. Every edge leads from node to node, so that it goes
-- where either goes.

-- A node of any kind: data is its JSON without its edges and counts, and an
-- article's without its text. n is the rowid of its words, where it has any.
CREATE TABLE node (
  n    INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;

-- The keys that nodes are looked up by (graph/terms.NameKeys).
CREATE TABLE name_key (
  key  TEXT NOT NULL,
  node TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  PRIMARY KEY (key, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_node ON name_key (node);

-- What entities are filtered and sorted by. last_seen is the first day that
-- the date may mean, '' where there is none; so are all days below.
CREATE TABLE entity (
  id        TEXT PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  name      TEXT NOT NULL,
  mentions  INTEGER NOT NULL,
  last_seen TEXT NOT NULL,
  within    TEXT REFERENCES node (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_mentions ON entity (kind, mentions DESC, id);
CREATE INDEX entity_name ON entity (kind, name, id);
CREATE INDEX entity_last_seen ON entity (kind, last_seen DESC, id);
CREATE INDEX entity_within ON entity (within);

-- The folded names of entities.
CREATE TABLE name (
  entity TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  folded TEXT NOT NULL,
  PRIMARY KEY (entity, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_folded ON name (folded, entity);

-- Offices. words are those of the title; mentions is a JSON list of ids.
CREATE TABLE position (
  person     TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  title      TEXT NOT NULL,
  words      TEXT NOT NULL,
  of         TEXT REFERENCES node (id) ON DELETE CASCADE,
  first_seen TEXT NOT NULL,
  last_seen  TEXT NOT NULL,
  mentions   TEXT NOT NULL,
  PRIMARY KEY (person, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX position_of ON position (of, person);

-- Meetings and events. first_day and last_day bound the date, starts and ends
-- are its parts as they are written.
CREATE TABLE occurrence (
  id         TEXT PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL,
  status     TEXT NOT NULL,
  mode       TEXT NOT NULL,
  type       TEXT NOT NULL,
  confidence REAL NOT NULL,
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  starts     TEXT NOT NULL,
  ends       TEXT NOT NULL,
  place      TEXT REFERENCES node (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrence_day ON occurrence (kind, first_day DESC, id, status);
CREATE INDEX occurrence_place ON occurrence (place);

-- Who took part. met is 1 on the first role of each entity in a held meeting,
-- else 0: what to count.
CREATE TABLE participation (
  occurrence   TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  ord          INTEGER NOT NULL,
  entity       TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  role         TEXT NOT NULL,
  title        TEXT NOT NULL,
  on_behalf_of TEXT NOT NULL,
  met          INTEGER NOT NULL,
  PRIMARY KEY (occurrence, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX participation_entity ON participation (entity, met, occurrence);

-- What it was about. held is 1 where the occurrence is a held meeting.
CREATE TABLE about (
  occurrence TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  topic      TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  held       INTEGER NOT NULL,
  PRIMARY KEY (occurrence, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX about_topic ON about (topic, held, occurrence);

CREATE TABLE topic (
  id   TEXT PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whom or what a topic speaks of.
CREATE TABLE concern (
  topic TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  node  TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  PRIMARY KEY (topic, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX concern_node ON concern (node);

-- Claims. They go with their article.

-- source is folded.
CREATE TABLE article (
  id        TEXT PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE,
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL,
  source    TEXT NOT NULL,
  extractor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX article_day ON article (first_day DESC, id);
CREATE INDEX article_source ON article (source);

CREATE TABLE article_text (
  article TEXT PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE,
  text    TEXT NOT NULL
) STRICT;

-- data is the mention's JSON without its spans.
CREATE TABLE mention (
  id      TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  ord     INTEGER NOT NULL,
  unit    TEXT NOT NULL,
  data    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_article ON mention (article);
CREATE INDEX mention_unit ON mention (unit, article);

-- Where mentions stand, in code points.
CREATE TABLE span (
  mention        TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  ord            INTEGER NOT NULL,
  start          INTEGER NOT NULL,
  stop           INTEGER NOT NULL,
  text           TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_stop  INTEGER NOT NULL,
  PRIMARY KEY (mention, ord)
) STRICT, WITHOUT ROWID;

-- The sentences that mentions stand in, so that no text is read to show one.
CREATE TABLE sentence (
  article TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (article, start, stop)
) STRICT, WITHOUT ROWID;

-- n is the rowid of the report's words, start that of its first quote.
CREATE TABLE report (
  n       INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES node (id) ON DELETE CASCADE,
  unit    TEXT NOT NULL,
  start   INTEGER NOT NULL,
  data    TEXT NOT NULL
) STRICT;
CREATE INDEX report_article ON report (article);
CREATE INDEX report_unit ON report (unit);

-- Units lead from claims to nodes. A unit may be put before its node, or wait
-- for the resolver after it: no reference holds it.
CREATE TABLE unit (
  id   TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  node TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_node ON unit (node);

CREATE TABLE block (
  block TEXT NOT NULL,
  unit  TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  PRIMARY KEY (block, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_unit ON block (unit);

-- Which mention is of which entity, and which report of which occurrence.
CREATE VIEW naming (article, entity, mention) AS
  SELECT mention.article, unit.node, mention.id FROM mention JOIN unit ON unit.id = mention.unit;
CREATE VIEW telling (article, occurrence, report) AS
  SELECT report.article, unit.node, report.n FROM report JOIN unit ON unit.id = report.unit;

-- Full text, over words that Go has folded and stemmed (graph/terms): they
-- are split at spaces and nothing else.
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE report_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE topic_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
