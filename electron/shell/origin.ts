/** The one place that the shell's windows show: the built screens, over a scheme of their own. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://bodymark`
export const startPage = `${appOrigin}/index.html`

/** True for a page of ours, whatever stands behind the `#`. */
export function isOwnPage(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`)
}
