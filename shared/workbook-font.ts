/** The font of workbooks: one without a name is drawn in whatever the program falls back to, often one with serifs. */
export const workbookFont = { name: 'Calibri', family: 2, size: 11 } as const
