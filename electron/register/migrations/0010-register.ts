/** The first register: vehicles, certificates and their evidence, submissions, audit. */
export const version = 10

export const statements = `
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, roles TEXT NOT NULL, pin_hash TEXT) STRICT;
CREATE TABLE definition (
  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, added_at TEXT NOT NULL,
  PRIMARY KEY (kind, id, version)) STRICT;
CREATE TABLE source_file (
  id INTEGER PRIMARY KEY, profile TEXT NOT NULL, path TEXT NOT NULL, sheet TEXT NOT NULL,
  header_row INTEGER NOT NULL, sha256 TEXT NOT NULL, imported_at TEXT NOT NULL) STRICT;
CREATE TABLE refused_row (
  source_file INTEGER NOT NULL REFERENCES source_file(id), row INTEGER NOT NULL, vin TEXT NOT NULL,
  problem TEXT NOT NULL, PRIMARY KEY (source_file, row)) STRICT;
CREATE TABLE vehicle (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, vin TEXT NOT NULL,
  order_number TEXT NOT NULL DEFAULT '', category TEXT NOT NULL DEFAULT '', variant_id TEXT NOT NULL DEFAULT '',
  nap TEXT NOT NULL DEFAULT '', source_file INTEGER REFERENCES source_file(id), source_row INTEGER,
  fingerprint TEXT NOT NULL DEFAULT '', unread TEXT NOT NULL DEFAULT '[]',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  assessed INTEGER NOT NULL DEFAULT 0, status TEXT NOT NULL DEFAULT 'draft', version INTEGER NOT NULL DEFAULT 1,
  base TEXT NOT NULL DEFAULT 'missing', base_name TEXT NOT NULL DEFAULT '', variant_name TEXT NOT NULL DEFAULT '',
  errors INTEGER NOT NULL DEFAULT 0, warnings INTEGER NOT NULL DEFAULT 0, infos INTEGER NOT NULL DEFAULT 0,
  open_drift INTEGER NOT NULL DEFAULT 0, why TEXT,
  UNIQUE (source, vin)) STRICT;
CREATE INDEX vehicle_vin ON vehicle(vin);
CREATE INDEX vehicle_updated ON vehicle(updated_at);
CREATE INDEX vehicle_order ON vehicle(order_number);
CREATE INDEX vehicle_status ON vehicle(status, updated_at);
CREATE INDEX vehicle_stale ON vehicle(id) WHERE assessed = 0;
CREATE VIRTUAL TABLE vehicle_text USING fts5(vin, order_number, words, tokenize = 'trigram');
CREATE TABLE certificate (
  id INTEGER PRIMARY KEY, vehicle_id INTEGER NOT NULL REFERENCES vehicle(id), version INTEGER NOT NULL,
  status TEXT NOT NULL, reference TEXT NOT NULL UNIQUE, release TEXT NOT NULL, layers TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT;
CREATE INDEX certificate_vehicle ON certificate(vehicle_id, id);
CREATE TABLE earlier_stage (
  id INTEGER PRIMARY KEY, vin TEXT NOT NULL, stage_number INTEGER NOT NULL, stage_of_completion TEXT NOT NULL,
  ivi_version INTEGER NOT NULL, manufacturer TEXT NOT NULL, name TEXT NOT NULL, approval TEXT NOT NULL,
  file TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES document(sha256), schema_valid INTEGER NOT NULL,
  signature TEXT NOT NULL, tree TEXT NOT NULL, added_at TEXT NOT NULL, replaced INTEGER NOT NULL DEFAULT 0,
  UNIQUE (vin, sha256)) STRICT;
CREATE TABLE document (
  sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL, kind TEXT NOT NULL, added_at TEXT NOT NULL) STRICT;
CREATE TABLE signed_document (
  certificate_id INTEGER PRIMARY KEY REFERENCES certificate(id), sha256 TEXT NOT NULL REFERENCES document(sha256),
  signed_at TEXT NOT NULL, signer TEXT NOT NULL, signer_sha256 TEXT NOT NULL, form TEXT NOT NULL,
  sources BLOB NOT NULL) STRICT;
CREATE TABLE sign_off (
  id INTEGER PRIMARY KEY, certificate_id INTEGER NOT NULL REFERENCES certificate(id), path TEXT NOT NULL,
  value TEXT NOT NULL, person TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, voided_at TEXT) STRICT;
CREATE INDEX sign_off_certificate ON sign_off(certificate_id);
CREATE TABLE submission (
  id INTEGER PRIMARY KEY, certificate_id INTEGER NOT NULL REFERENCES certificate(id), nap TEXT NOT NULL,
  reference TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES document(sha256), created_at TEXT NOT NULL) STRICT;
CREATE INDEX submission_certificate ON submission(certificate_id);
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY, submission_id INTEGER NOT NULL REFERENCES submission(id), number INTEGER NOT NULL,
  started_at TEXT NOT NULL, ended_at TEXT, outcome TEXT NOT NULL, receipt TEXT, reasons TEXT NOT NULL DEFAULT '[]',
  problem TEXT, answer_sha256 TEXT, UNIQUE (submission_id, number)) STRICT;
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, person TEXT NOT NULL, action TEXT NOT NULL,
  vin TEXT NOT NULL, args TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE) STRICT;
CREATE INDEX audit_vin ON audit_entry(vin, seq);
CREATE TABLE audit_anchor (
  seq INTEGER PRIMARY KEY REFERENCES audit_entry(seq), hash TEXT NOT NULL, at TEXT NOT NULL,
  signature BLOB NOT NULL, certificate BLOB NOT NULL) STRICT;
${['audit_entry', 'audit_anchor', 'document', 'signed_document']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) => `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`,
    ),
  )
  .join('\n')}
`
