import { useLayoutEffect, useState } from 'react'
import type { WorkspaceView } from '../../shared/record/views.ts'
import type { ReleaseForm } from '../../shared/releases/views.ts'
import { ownRelease, showRelease } from '../fields/field-facts.ts'
import { useCall } from './use-call.ts'

/** What the window shows while no vehicle is open. */
let usual: ReleaseForm | undefined

/**
 * Where a workspace knows several releases, screens outside of a vehicle speak of every field of all of them. False
 * until that is known for the first time: a schema that is added later takes no screen away.
 */
export function useUsualRelease(workspace: Pick<WorkspaceView, 'releases'> | undefined): boolean {
  const several = workspace?.releases !== undefined
  const { value } = useCall('release/get', {}, { enabled: several })
  const [shown, setShown] = useState<ReleaseForm>()
  useLayoutEffect(() => {
    usual = several ? value : undefined
    showRelease(usual)
    setShown(usual)
  }, [several, value])
  const known = workspace !== undefined && (!several || shown !== undefined)
  const [begun, setBegun] = useState(false)
  useLayoutEffect(() => {
    if (known) setBegun(true)
  }, [known])
  return known || begun
}

/** Shows one release as long as the vehicle is open; false until its form is known. */
export function useRelease(release: string | undefined, releases: readonly string[] | undefined): boolean {
  // A workspace may have been given another schema under the product's own number too.
  const isOwn = release === ownRelease && releases === undefined
  const { value } = useCall('release/get', { release }, { enabled: release !== undefined && !isOwn })
  const [shown, setShown] = useState<string>()
  const form = isOwn ? undefined : value
  useLayoutEffect(() => {
    if (release === undefined || (!isOwn && !form)) return undefined
    showRelease(form)
    setShown(release)
    return () => showRelease(usual)
  }, [release, isOwn, form])
  return shown === release && release !== undefined
}
