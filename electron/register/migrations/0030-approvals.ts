/** Whether each open vehicle is covered by the approval folder, when that lapses, and what was signed under which approval. */
export const version = 30

export const statements = `
ALTER TABLE vehicle ADD COLUMN approval TEXT NOT NULL DEFAULT '';
ALTER TABLE vehicle ADD COLUMN may_issue TEXT NOT NULL DEFAULT '';
ALTER TABLE vehicle ADD COLUMN lapses_on TEXT;
ALTER TABLE vehicle ADD COLUMN lapse TEXT;
ALTER TABLE vehicle ADD COLUMN judged_on TEXT NOT NULL DEFAULT '';
CREATE INDEX vehicle_lapses ON vehicle(lapses_on) WHERE lapses_on IS NOT NULL;
CREATE TABLE issued (
  certificate_id INTEGER PRIMARY KEY REFERENCES certificate(id), vehicle_id INTEGER NOT NULL REFERENCES vehicle(id),
  approval TEXT NOT NULL, year INTEGER NOT NULL) STRICT;
CREATE INDEX issued_approval ON issued(approval, year);
INSERT INTO issued (certificate_id, vehicle_id, approval, year)
  SELECT certificate_id, vehicle_id,
    substr(tail, 1, instr(tail, '</') - 1),
    CAST(CASE WHEN series = '' THEN substr(signed_at, 1, 4) ELSE substr(series, 1, 4) END AS INTEGER)
  FROM (SELECT signed_document.certificate_id, certificate.vehicle_id, signed_document.signed_at,
      substr(text, instr(text, '<TypeApprovalNumber>') + 20, 80) AS tail,
      CASE WHEN instr(text, '<ProductionYearSmallSeries>') = 0 THEN ''
        ELSE substr(text, instr(text, '<ProductionYearSmallSeries>') + 27, 4) END AS series
    FROM (SELECT certificate_id, signed_at, CAST(document.bytes AS TEXT) AS text
        FROM signed_document JOIN document USING (sha256)) AS signed_document
      JOIN certificate ON certificate.id = signed_document.certificate_id
    WHERE instr(text, '<TypeApprovalNumber>') > 0);
UPDATE vehicle SET assessed = 0 WHERE status IN ('draft', 'checked');
`
