import './styles/layers.css'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import './styles/tokens.css'
import './styles/base.css'
import { createTheme, defaultVariantColorsResolver, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { App } from './app.tsx'
import { followBackend } from './data/backend-events.ts'
import { catchDrops } from './data/dropped-files.ts'
import { SpeechProvider } from './language/speech-provider.tsx'
import { startWords } from './language/words.ts'

const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryShade: 7,
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' ? { color: 'var(--on-accent)' } : {}),
  }),
})

const client = new QueryClient({
  defaultOptions: {
    // The backend says when something changed; a failed call is an answer (`Result`), not an exception.
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  },
})
followBackend(client)
catchDrops()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  // The Content-Security-Policy allows no style element: variables stand in tokens.css instead.
  <MantineProvider
    theme={theme}
    defaultColorScheme="auto"
    withCssVariables={false}
    withGlobalClasses={false}
    deduplicateCssVariables={false}
  >
    <I18nextProvider i18n={startWords()}>
      <QueryClientProvider client={client}>
        <SpeechProvider>
          <App />
        </SpeechProvider>
      </QueryClientProvider>
    </I18nextProvider>
  </MantineProvider>,
)
