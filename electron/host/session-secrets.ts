import type { SecretStore } from '../ports.ts'

/** Secrets for as long as this process lives: plain Node has no store that the system guards. */
export function createSessionSecrets(): SecretStore {
  const secrets = new Map<string, string>()
  return {
    get: async (name) => secrets.get(name),
    set: async (name, value) => {
      secrets.set(name, value)
    },
  }
}
