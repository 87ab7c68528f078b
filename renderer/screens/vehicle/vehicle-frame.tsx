import { type ReactNode, useState } from 'react'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import type { Route } from '../../data/route.ts'
import { usePreference } from '../../data/use-preference.ts'
import { FormFrame } from './form-frame.tsx'
import { Panel, type PanelName, panelNames } from './panel/panel.tsx'
import { VariantReason } from './variant-reason.tsx'
import { VehicleHeader } from './vehicle-header.tsx'

interface Props {
  readonly detail: VehicleDetail
  readonly route: Extract<Route, { screen: 'vehicle' }>
}

/** A vehicle: its state and next step above, the form of our stage, and beside it what helps to decide. */
export function VehicleFrame({ detail, route }: Props): ReactNode {
  const [panel, setPanel] = useState<PanelName>(panelNames.find((name) => name === route.panel) ?? 'findings')
  const [folded = false, setFolded] = usePreference('panelFolded')
  return (
    <FormFrame
      view="needed"
      path={route.path}
      folded={folded}
      onFold={() => setFolded(!folded)}
      header={(goToField) => (
        <>
          <VehicleHeader
            detail={detail}
            onPanel={(name) => {
              setFolded(false)
              setPanel(name)
            }}
            onField={goToField}
          />
          <VariantReason />
        </>
      )}
      panel={(goToField) => <Panel detail={detail} name={panel} onName={setPanel} onField={goToField} />}
    />
  )
}
