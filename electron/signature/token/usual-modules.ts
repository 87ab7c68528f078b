import { existsSync } from 'node:fs'
import table from '../../../schemas/tokens/modules.json' with { type: 'json' }

/** The vendors' libraries that are installed in their usual places: one of each vendor. */
export function findUsualModules(): string[] {
  const perVendor = new Map<string, string>()
  for (const { vendor, platform, path } of table.modules) {
    const expanded = expand(path)
    const usable = platform === process.platform && !perVendor.has(vendor) && existsSync(expanded)
    if (usable) perVendor.set(vendor, expanded)
  }
  return [...perVendor.values()]
}

function expand(path: string): string {
  return path.replace(/\$\{(\w+)\}/g, (_, name: string) => process.env[name] ?? '')
}
