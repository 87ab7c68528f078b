import { XmlDocument } from 'libxml2-wasm'
import { buildIviXml } from '../../electron/ivi-xml/build-ivi-xml.ts'
import { validatorOf } from '../../electron/ivi-xml/compile-schema.ts'
import { validateIvi } from '../../electron/ivi-xml/validate-xml.ts'
import { assessment } from '../../electron/pipeline/assess.ts'
import { compose } from '../../electron/pipeline/compose.ts'
import { currentCertificate } from '../../electron/register/certificates.ts'
import { findVehicle } from '../../electron/register/vehicles.ts'
import { runGate } from '../../electron/rules/run-gate.ts'
import { type Figure, rounded } from './figure.ts'
import { inTurn } from './measure.ts'
import type { Bench } from './open-bench.ts'

/** Build, schema and rules of one completed N3 message against libxml2's bare parse and validation of its bytes. */
export async function measureMessage({ workspace }: Bench, id: number, rounds: number): Promise<Figure> {
  const { catalogue, db } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) throw new Error(`no vehicle ${id}`)
  const certificate = currentCertificate(db, id)
  const { tree, stages } = compose(workspace, vehicle, certificate)
  const bytes = buildIviXml(tree, catalogue)
  const validator = validatorOf(catalogue, 'optional')
  const earlier = stages.map((stage) => ({ tree: stage.tree, stageNumber: stage.stageNumber }))
  const today = workspace.ports.now().toISOString().slice(0, 10)
  const gate = (schema: ReturnType<typeof validateIvi>) =>
    runGate({ tree, catalogue, earlier, today, schema })
  const valid = { valid: true, errors: [] }
  const times = await inTurn(
    {
      whole: () => gate(validateIvi(buildIviXml(tree, catalogue), catalogue, { signature: 'optional' })),
      peer: () => {
        const document = XmlDocument.fromBuffer(bytes)
        validator.validate(document)
        document.dispose()
      },
      build: () => buildIviXml(tree, catalogue),
      schema: () => validateIvi(bytes, catalogue, { signature: 'optional' }),
      rules: () => gate(valid),
      compose: () => compose(workspace, vehicle, certificate),
      assess: () => assessment(workspace, vehicle, certificate),
    },
    { rounds, warmUp: 50 },
  )
  return {
    name: 'build, schema and rules of one completed N3 message',
    value: rounded(times.whole),
    unit: 'ms',
    runs: rounds,
    peer: {
      name: 'libxml2-wasm’s bare parse and validation of the same bytes',
      value: rounded(times.peer),
      unit: 'ms',
    },
    ratio: rounded(times.whole / times.peer),
    target: 3,
    also: {
      buildMilliseconds: rounded(times.build),
      schemaMilliseconds: rounded(times.schema),
      rulesMilliseconds: rounded(times.rules),
      composeMilliseconds: rounded(times.compose),
      wholeAssessmentMilliseconds: rounded(times.assess),
      bytes: bytes.length,
    },
  }
}
