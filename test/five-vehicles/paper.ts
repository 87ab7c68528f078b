import { boxChassis } from './bases.ts'

/** What belongs to the message and not to the sheet of paper that the office types from. */
const notOnPaper = /^CocDataGroup\/(SigningAuthorityTable|VectoGroup)/

/** Values of the box lorry's CoC on paper, in the order of its items: path → value. */
export const boxOnPaper: readonly { readonly path: string; readonly value: string }[] = [...boxChassis]
  .filter(([path]) => !notOnPaper.test(path))
  .map(([path, value]) => ({ path, value }))
