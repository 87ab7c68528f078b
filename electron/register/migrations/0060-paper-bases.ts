/** Bases whose CoC exists on paper only, while and after they are typed. */
export const version = 60

export const statements = `
CREATE TABLE paper_base (
  id INTEGER PRIMARY KEY, vin TEXT NOT NULL, stage_number INTEGER NOT NULL, category TEXT NOT NULL,
  layers TEXT NOT NULL, used_sha256 TEXT REFERENCES document(sha256), updated_at TEXT NOT NULL,
  UNIQUE (vin, stage_number)) STRICT;
`
