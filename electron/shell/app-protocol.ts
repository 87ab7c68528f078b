import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { contentSecurityPolicy } from '../host/security-headers.ts'
import { appScheme, isOwnPage } from './origin.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
}

/** Must be said before the app is ready: the scheme behaves like https, with an origin of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built screens, and nothing outside their folder. */
export function serveScreens(folder: string): void {
  protocol.handle(appScheme, (request) => answer(folder, request.url))
}

async function answer(folder: string, url: string): Promise<Response> {
  const file = fileOf(folder, url)
  const type = types[extname(file ?? '')]
  if (!file || !type) return new Response('not found', { status: 404 })
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy([]),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    })
  } catch {
    return new Response('not found', { status: 404 })
  }
}

function fileOf(folder: string, url: string): string | undefined {
  if (!isOwnPage(url)) return undefined
  try {
    const path = decodeURIComponent(new URL(url).pathname)
    const file = normalize(join(folder, path === '/' ? 'index.html' : path))
    return file.startsWith(folder + sep) && !path.includes('\0') ? file : undefined
  } catch {
    return undefined
  }
}
