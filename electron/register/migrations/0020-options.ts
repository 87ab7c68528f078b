/** The options of its variant that a vehicle has. */
export const version = 20

export const statements = `
ALTER TABLE vehicle ADD COLUMN options TEXT NOT NULL DEFAULT '[]';
`
