interface Covered {
  readonly number: string
  readonly extension: string
  readonly issued: string
  readonly version: readonly [type: string, variant: string, version: string]
  readonly bodywork: string
  readonly options: readonly string[]
  readonly length: number
  readonly base?: readonly [approval: string, extensions: readonly string[], type: string]
}

const covered: readonly Covered[] = [
  {
    number: 'e24*2018/858*00990',
    extension: '04',
    issued: '2026-03-02',
    version: ['MB', 'TIP3', '3450'],
    bodywork: 'BA 10',
    options: ['TOOLBOX', 'TOWBAR'],
    length: 6200,
    base: ['e3*2018/858*00991', ['07', '08'], 'FT35'],
  },
  {
    number: 'e24*2018/858*00992',
    extension: '01',
    issued: '2026-02-26',
    version: ['MB12', 'BOX1', '4400'],
    bodywork: 'BA 03',
    options: ['TAILLIFT'],
    length: 9000,
    base: ['e3*2018/858*00992', ['02', '03'], 'FT12'],
  },
  {
    number: 'e24*2018/858*00995',
    extension: '00',
    issued: '2026-03-19',
    version: ['MB26', 'CRN1', '*'],
    bodywork: 'BA 26',
    options: [],
    length: 9600,
    base: ['e1*2018/858*00994', ['00'], 'KR26'],
  },
  {
    number: 'e24*2018/858*00996',
    extension: '02',
    issued: '2026-04-23',
    version: ['MC35', 'CAMP1', '3450H2'],
    bodywork: 'AF',
    options: ['AWNING'],
    length: 6000,
    base: ['e3*2018/858*00995', ['04', '05'], 'FV35'],
  },
  {
    number: 'e24*2018/858*00998',
    extension: '03',
    issued: '2025-12-04',
    version: ['GS39', 'CS39', '3A136'],
    bodywork: 'DA 06',
    options: ['PALLETBOX'],
    length: 13_600,
  },
]

/** The approval folder as a file of the office holds it: each of the five is covered, and nothing else. */
export const approvals: readonly unknown[] = covered.map((one) => {
  const [type, variant, version] = one.version
  return {
    number: one.number,
    kind: 'EU',
    extensions: [
      {
        extension: one.extension,
        issued: one.issued,
        versions: [
          {
            type,
            variant,
            version,
            bodywork: [one.bodywork],
            options: one.options,
            ranges: { length: { max: one.length } },
          },
        ],
        bases: one.base
          ? [{ approval: one.base[0], extensions: one.base[1], types: [one.base[2]], endsOn: '2039-07-06' }]
          : [],
      },
    ],
  }
})
