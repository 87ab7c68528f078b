export const screens = [
  'register',
  'quotations',
  'intake',
  'sign',
  'outbox',
  'compare',
  'approvals',
  'variants',
  'audit',
  'settings',
] as const
export type Screen = (typeof screens)[number]

/** Where the window is. `path` of a vehicle names the field to lead to. */
export type Route =
  /** `variant` is the body to show among the variants, `approval` the number of one in the folder. */
  | {
      readonly screen: Exclude<Screen, 'compare'>
      readonly ids?: readonly number[]
      readonly variant?: string
      readonly approval?: string
    }
  | { readonly screen: 'vehicle'; readonly id: number; readonly path?: string; readonly panel?: string }
  /**
   * `ids` are vehicles to compare; `left` and `right` name two messages as `renderer/screens/compare/side-spec.ts`
   * writes them; `run` is a comparison that was made, `pair` one of its pairs, `field` one that differs in some.
   */
  | {
      readonly screen: 'compare'
      readonly ids?: readonly number[]
      readonly left?: string
      readonly right?: string
      readonly run?: number
      readonly pair?: number
      readonly field?: string
    }
  /** A base that is typed from a CoC on paper. */
  | {
      readonly screen: 'paper-base'
      readonly id: number
      readonly path?: string
      /** SHA-256 of the scan to show, and its page. */
      readonly scan?: string
      readonly page?: number
    }
  /** Without an id a new one. */
  | { readonly screen: 'quotation'; readonly id: number | undefined }

/** Routes stand behind `#`, so that they work over the shell's own protocol and the loopback host alike. */
export function routeAddress(route: Route): string {
  const query = new URLSearchParams()
  if (route.screen === 'vehicle') {
    if (route.path) query.set('path', route.path)
    if (route.panel) query.set('panel', route.panel)
  } else if (route.screen === 'paper-base') {
    if (route.path) query.set('path', route.path)
    if (route.scan) query.set('scan', route.scan)
    if (route.page) query.set('page', String(route.page))
  } else {
    if ('ids' in route && route.ids) query.set('ids', route.ids.join(','))
    if ('variant' in route && route.variant) query.set('variant', route.variant)
    if ('approval' in route && route.approval) query.set('approval', route.approval)
    if (route.screen === 'compare')
      for (const key of ['left', 'right', 'run', 'pair', 'field'] as const)
        if (route[key] !== undefined) query.set(key, String(route[key]))
  }
  const place = 'id' in route ? `${route.screen}/${route.id ?? 'new'}` : route.screen
  return `#/${place}${query.size > 0 ? `?${query}` : ''}`
}

export function parseRoute(hash: string): Route {
  const [place = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const query = new URLSearchParams(search)
  const [name, id] = place.split('/')
  if (name === 'vehicle' && /^\d+$/.test(id ?? '')) {
    const [path, panel] = [query.get('path'), query.get('panel')]
    return { screen: 'vehicle', id: Number(id), ...(path ? { path } : {}), ...(panel ? { panel } : {}) }
  }
  if (name === 'paper-base' && /^\d+$/.test(id ?? '')) {
    const [path, scan, page] = [query.get('path'), query.get('scan'), Number(query.get('page'))]
    return {
      screen: 'paper-base',
      id: Number(id),
      ...(path ? { path } : {}),
      ...(scan ? { scan } : {}),
      ...(page > 0 ? { page } : {}),
    }
  }
  if (name === 'quotation' && /^(\d+|new)$/.test(id ?? ''))
    return { screen: 'quotation', id: id === 'new' ? undefined : Number(id) }
  const screen = screens.find((known) => known === name) ?? 'register'
  const ids = query.get('ids')?.split(',').map(Number).filter(Number.isInteger)
  if (screen === 'compare') return { screen, ...(ids?.length ? { ids } : {}), ...parseCompare(query) }
  const [variant, approval] = [query.get('variant'), query.get('approval')]
  return {
    screen,
    ...(ids?.length ? { ids } : {}),
    ...(variant ? { variant } : {}),
    ...(approval ? { approval } : {}),
  }
}

function parseCompare(query: URLSearchParams): Omit<Extract<Route, { screen: 'compare' }>, 'screen'> {
  const text = (key: string) => {
    const value = query.get(key)
    return value ? { [key]: value } : {}
  }
  const number = (key: string) => {
    const value = query.get(key)
    return value !== null && /^\d{1,9}$/.test(value) ? { [key]: Number(value) } : {}
  }
  return { ...text('left'), ...text('right'), ...number('run'), ...number('pair'), ...text('field') }
}
