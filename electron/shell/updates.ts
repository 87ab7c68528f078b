import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/**
 * Looks for a newer version where the installer was built with a feed to look at; without one nothing is asked of
 * the network. An update is downloaded, checked against its signature and put in place when the app is closed.
 */
export async function lookForUpdates(resources = process.resourcesPath): Promise<'off' | 'looked'> {
  if (!app.isPackaged || !existsSync(join(resources, 'app-update.yml'))) return 'off'
  // Loaded only here: it is of no use to everyone else and takes its time.
  const { default: updater } = await import('electron-updater')
  updater.autoUpdater.autoInstallOnAppQuit = true
  try {
    await updater.autoUpdater.checkForUpdatesAndNotify()
  } catch {
    // Being offline is a state of this app and no error.
  }
  return 'looked'
}
