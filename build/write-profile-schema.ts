import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { profileSchema } from '../electron/mapping/profile-schema.ts'

/** Writes the published schema of mapping profiles anew, after a change of the one that reads them. */
const file = join(import.meta.dirname, '..', 'schemas', 'mapping-profiles', 'profile.schema.json')
writeFileSync(file, `${JSON.stringify(z.toJSONSchema(profileSchema, { io: 'input' }), null, 2)}\n`)
console.log(`written: ${file}`)
