/** Quotations, which have no VIN yet, and weighings with everything that was said of the vehicle on the scale. */
export const version = 80

export const statements = `
CREATE TABLE quotation (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, customer TEXT NOT NULL, body TEXT NOT NULL,
  vehicle_id INTEGER REFERENCES vehicle(id), person TEXT NOT NULL,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT;
CREATE TABLE weighing (
  id INTEGER PRIMARY KEY, vehicle_id INTEGER NOT NULL REFERENCES vehicle(id), slip TEXT NOT NULL,
  day TEXT NOT NULL, body TEXT NOT NULL, applied_at TEXT, person TEXT NOT NULL, added_at TEXT NOT NULL,
  UNIQUE (vehicle_id, slip)) STRICT;
`
