/** Scans of a CoC on paper; one that was replaced stays as evidence of what was typed from it. */
export const version = 90

export const statements = `
CREATE TABLE paper_scan (
  id INTEGER PRIMARY KEY, paper_base_id INTEGER NOT NULL REFERENCES paper_base(id),
  name TEXT NOT NULL, kind TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES document(sha256),
  pages BLOB NOT NULL, page_count INTEGER NOT NULL, has_text INTEGER NOT NULL, person TEXT NOT NULL,
  added_at TEXT NOT NULL, place INTEGER NOT NULL, replaced INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX paper_scan_of_base ON paper_scan (paper_base_id);
`
