import { Cases } from '../kit/cases.ts'
import { Pack } from '../kit/pack.ts'
import { definePlugin } from '../kit/plugin.ts'
import ptsCoopCases from './packs/pts-coop/cases.json' with { type: 'json' }
import ptsCoop from './packs/pts-coop/pack.json' with { type: 'json' }
import sakofahCases from './packs/sakofah/cases.json' with { type: 'json' }
import sakofah from './packs/sakofah/pack.json' with { type: 'json' }
import taawunCases from './packs/taawun/cases.json' with { type: 'json' }
import taawun from './packs/taawun/pack.json' with { type: 'json' }

export default definePlugin({
  meta: { id: 'cooperative-welfare', version: '1.0.0', title: { th: 'สวัสดิการสหกรณ์', en: 'Co-operative welfare' }, maintainer: 'Sajja' },
  packs: [sakofah, taawun, ptsCoop].map((pack) => Pack.parse(pack)),
  cases: [sakofahCases, taawunCases, ptsCoopCases].map((cases) => Cases.parse(cases)),
})
