import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built screens as files. They hold no data, so they need no session. */
export async function addScreens(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: 'index.html',
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders: (response, path) => {
      // The bundler names assets by their content; the page that names them must be asked for anew.
      const lasting = /[\\/]assets[\\/]/.test(path)
      response.header('Cache-Control', lasting ? 'private, max-age=31536000, immutable' : 'no-store')
    },
  })
}
