import { describe, expect, it } from 'vitest'
import { checkMessage } from '../../../shared/ivi/check-message.ts'
import { runRules } from '../../../shared/rules/run-rules.ts'
import * as make from './a-message.ts'
import { alone, catalogue, over } from './a-message.ts'
import { towing } from './towing-parts.ts'

const sound = {
  'a complete lorry': alone(make.aLorry()),
  'a complete van': alone(make.aVan()),
  'a complete van that tows': alone(make.aVan(towing)),
  'a passenger car': alone(make.aCar()),
  'a coach': alone(make.aBus()),
  'a semi-trailer': alone(make.aSemiTrailer()),
  'a drawbar trailer': alone(make.aDrawbarTrailer()),
  'a chassis of stage 1': alone(make.aChassis()),
  'a completed lorry over its chassis': over([make.aChassis()], make.aCompletedLorry()),
  'a later stage that stays incomplete': over([make.aChassis()], make.aLaterChassis()),
}

describe('sound vehicles', () => {
  it.each(Object.entries(sound))('%s is valid', (_, input) => {
    expect(checkMessage(input.tree, catalogue)).toEqual([])
  })

  it.each(Object.entries(sound))('%s has no findings', (_, input) => {
    expect(runRules(input)).toEqual([])
  })
})
