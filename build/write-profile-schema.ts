import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { configurationProfileSchema } from '../electron/mapping/configuration-profile.ts'
import { profileSchema } from '../electron/mapping/profile-schema.ts'
import { definitionSchema } from '../shared/variants/definition.ts'

/** Writes the published schemas of profiles and bodies anew, after a change of those that read them. */
const schemas = join(import.meta.dirname, '..', 'schemas')
for (const [schema, ...place] of [
  [profileSchema, 'mapping-profiles', 'profile.schema.json'],
  [configurationProfileSchema, 'mapping-profiles', 'configurations', 'configuration.schema.json'],
  [definitionSchema, 'completion', 'variant.schema.json'],
] as const) {
  const file = join(schemas, ...place)
  writeFileSync(file, `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`)
  console.log(`written: ${file}`)
}
