import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../shared/assert-never.ts'
import type { WorkspaceView } from '../shared/record/views.ts'
import styles from './app.module.css'
import { useConnection } from './data/backend-events.ts'
import type { Route } from './data/route.ts'
import { useCall } from './data/use-call.ts'
import { useUsualRelease } from './data/use-release.ts'
import { useRoute } from './data/use-route.ts'
import { WorkspaceContext } from './data/workspace.ts'
import { useAddedLanguages } from './language/added-languages.ts'
import { useWords } from './language/words.ts'
import { ErrorBoundary } from './parts/error-boundary.tsx'
import { ProblemMessage } from './parts/problem-message.tsx'
import { ApprovalsScreen } from './screens/approvals/approvals-screen.tsx'
import { AuditScreen } from './screens/audit/audit-screen.tsx'
import { CompareScreen } from './screens/compare/compare-screen.tsx'
import { Rail } from './screens/frame/rail.tsx'
import { TopBar } from './screens/frame/top-bar.tsx'
import { WhoWorks } from './screens/frame/who-works.tsx'
import { IntakeScreen } from './screens/intake/intake-screen.tsx'
import { OutboxScreen } from './screens/outbox/outbox-screen.tsx'
import { PaperBaseScreen } from './screens/paper-base/paper-base-screen.tsx'
import { QuotationScreen } from './screens/quotations/quotation-screen.tsx'
import { QuotationsScreen } from './screens/quotations/quotations-screen.tsx'
import { RegisterScreen } from './screens/register/register-screen.tsx'
import { FirstStart } from './screens/settings/first-start.tsx'
import { SettingsScreen } from './screens/settings/settings-screen.tsx'
import { SignScreen } from './screens/sign/sign-screen.tsx'
import { VariantsScreen } from './screens/variants/variants-screen.tsx'
import { VehicleScreen } from './screens/vehicle/vehicle-screen.tsx'

/** The window: nothing without a workspace, the first start without a company, else the frame with one screen. */
export function App(): ReactNode {
  const workspace = useCall('workspace/get', {})
  const hasLanguages = useAddedLanguages()
  useWorkspaceLanguage(hasLanguages ? workspace.value : undefined)
  const isReleaseShown = useUsualRelease(workspace.value)
  if (workspace.problem) {
    return (
      <main className={styles.alone}>
        <ProblemMessage problem={workspace.problem}>
          <Button variant="default" size="xs" onClick={workspace.again}>
            <TryAgain />
          </Button>
        </ProblemMessage>
      </main>
    )
  }
  if (!workspace.value || !isReleaseShown || !hasLanguages)
    return <div className={styles.alone} aria-busy="true" />
  if (workspace.value.company === '') return <FirstStart />
  return (
    <WorkspaceContext value={workspace.value}>
      <Frame />
    </WorkspaceContext>
  )
}

function Frame(): ReactNode {
  const route = useRoute()
  const connection = useConnection()
  const { t } = useWords()
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={skipToContent}>
        {t('frame.skip')}
      </button>
      <Rail route={route} />
      <TopBar />
      <main id="content" tabIndex={-1} className={styles.content}>
        {connection === 'lost' && (
          <p className={styles.lost} role="status">
            <IconPlugConnectedX size={16} aria-hidden />
            {t('frame.lost')}
          </p>
        )}
        <div className={styles.screen}>
          <ErrorBoundary
            key={'id' in route ? `${route.screen} ${route.id}` : route.screen}
            fallback={(again) => (
              <div className={styles.failed}>
                <ProblemMessage problem={{ code: 'screen-failed' }}>
                  <Button variant="default" size="xs" onClick={again}>
                    {t('try-again')}
                  </Button>
                </ProblemMessage>
              </div>
            )}
          >
            <CurrentScreen route={route} />
          </ErrorBoundary>
        </div>
      </main>
      <WhoWorks />
    </div>
  )
}

function CurrentScreen({ route }: { readonly route: Route }): ReactNode {
  switch (route.screen) {
    case 'register':
      return <RegisterScreen />
    case 'vehicle':
      return <VehicleScreen key={route.id} route={route} />
    case 'paper-base':
      return <PaperBaseScreen key={route.id} route={route} />
    case 'quotations':
      return <QuotationsScreen />
    case 'quotation':
      return <QuotationScreen key={route.id ?? 'new'} id={route.id} />
    case 'intake':
      return <IntakeScreen />
    case 'sign':
      return <SignScreen chosen={route.ids} />
    case 'outbox':
      return <OutboxScreen />
    case 'compare':
      return <CompareScreen route={route} />
    case 'variants':
      return <VariantsScreen chosen={route.variant} />
    case 'approvals':
      return <ApprovalsScreen chosen={route.approval} />
    case 'audit':
      return <AuditScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return assertNever(route)
  }
}

function TryAgain(): ReactNode {
  return useWords().t('try-again')
}

function skipToContent(): void {
  document.getElementById('content')?.focus()
}

/** The workspace's language wins when it becomes known or changes, never over a choice made since. */
function useWorkspaceLanguage(workspace: WorkspaceView | undefined): void {
  const { i18n } = useTranslation()
  const language = workspace?.company ? workspace.language : undefined
  const applied = useRef<string>(undefined)
  useEffect(() => {
    if (language === undefined || applied.current === language) return
    applied.current = language
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [language, i18n])
}
