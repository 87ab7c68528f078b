import { buildDesktop, buildScreens } from './bundles.ts'

/** `npm run build`: everything that an installer or `npm start` needs, into `dist/`. */
await buildScreens()
await buildDesktop()
process.stdout.write('Built dist/renderer, dist/backend and dist/shell.\n')
