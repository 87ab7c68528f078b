/** Whether this process can show a window: on Linux somebody must be signed in to a desktop. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Why Electron's own window cannot be used, or undefined where it can. */
export function whyNotElectron(
  binary: string | undefined,
  { platform = process.platform, user = process.getuid?.() } = {},
): string | undefined {
  if (!binary) return 'The desktop runtime (Electron) is not installed'
  // Chromium's sandbox does not run as root, and without its sandbox the app does not run.
  if (platform === 'linux' && user === 0) return 'Electron does not run as root'
  return undefined
}
