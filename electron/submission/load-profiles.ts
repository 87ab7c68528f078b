import demo from '../../schemas/naps/demo.json' with { type: 'json' }
import eucarisSoap from '../../schemas/naps/eucaris-soap.json' with { type: 'json' }
import { type NapProfile, parseNapProfile } from './profile.ts'

const shipped: readonly unknown[] = [demo, eucarisSoap]
let loaded: readonly NapProfile[] | undefined

/** The profiles that come with the product. */
export function loadNapProfiles(): readonly NapProfile[] {
  loaded ??= shipped.map((json) => {
    const profile = parseNapProfile(json)
    if (!profile.ok) throw new Error(`a shipped NAP profile is broken: ${JSON.stringify(profile.problem)}`)
    return profile.value
  })
  return loaded
}

export function findNapProfile(id: string): NapProfile | undefined {
  return loadNapProfiles().find((profile) => profile.id === id)
}
