import { vins } from './vins.ts'

interface ResultFile {
  readonly name: string
  readonly text: string
}

function xml(root: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `  <${name}>${value}</${name}>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${lines.join('\n')}\n</${root}>\n`
}

/** The chassis maker's tool on the tipper: 262 g/km at 2,902.4 kg. */
export const tipperResult: ResultFile = {
  name: 'wltp-tipper.xml',
  text: xml('WltpResult', {
    VIN: vins.tipper,
    TestMass: '2902.4',
    FrontalArea: '3.95',
    F0: '190.5',
    F1: '1.020',
    F2: '0.0642',
    GrilleArea: '1850',
    CycleClass: '3b',
    CO2Low: '299.1',
    CO2Medium: '257.4',
    CO2High: '234.2',
    CO2ExtraHigh: '280.6',
    CO2Combined: '262',
    FCLow: '11.424',
    FCMedium: '9.831',
    FCHigh: '8.945',
    FCExtraHigh: '10.717',
    FCCombined: '10.007',
  }),
}

/** The same of the motor caravan, as a list. */
export const caravanResult: ResultFile = {
  name: 'wltp-caravan.csv',
  text: [
    'VIN;TestMass;FrontalArea;F0;F1;F2;GrilleArea;CycleClass;CO2Low;CO2Medium;CO2High;CO2ExtraHigh;CO2Combined;FCLow;FCMedium;FCHigh;FCExtraHigh;FCCombined',
    `${vins.caravan};2775;4.72;186.2;0.971;0.0668;1850;3b;278.2;240.1;222.4;268.8;247;10.626;9.171;8.495;10.267;9.434`,
    '',
  ].join('\r\n'),
}

/** The trailer tool on the semi-trailer. */
export const trailerResult: ResultFile = {
  name: 'trailer-tool.json',
  text: JSON.stringify(
    {
      VIN: vins.trailer,
      ManufacturerRecordHash: '9f0c1d5b7a3e42c8a6d4b1f0e7c9a852463d1b7f0e9c8a75b4d3f2e1c0a9b8d7',
      CustomerInformationFileHash: '1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a',
      CargoVolume: '90.3',
      VolumeOrientation: 'N',
      EfficiencyRatioKm: '0.982',
      EfficiencyRatioTKm: '0.979',
      EfficiencyRatioM3Km: '0.981',
    },
    null,
    2,
  ),
}
