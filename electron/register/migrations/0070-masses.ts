/** Masses of one vehicle beside those of its body and options, as a configurator states them. */
export const version = 70

export const statements = `
ALTER TABLE vehicle ADD COLUMN masses TEXT NOT NULL DEFAULT '[]';
`
