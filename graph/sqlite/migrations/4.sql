-- The number under which a report came: it grows from one to the next, and none
-- is given twice. Reports that were there before have none.
ALTER TABLE report ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
CREATE INDEX report_arrived ON report (arrived);

-- The number that was given last, in its one row.
CREATE TABLE arrival (last INTEGER NOT NULL) STRICT;
INSERT INTO arrival VALUES (0);
