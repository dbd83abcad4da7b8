import { Cases } from '../kit/cases.ts'
import { Pack } from '../kit/pack.ts'
import { definePlugin } from '../kit/plugin.ts'
import leadersCases from './packs/leaders/cases.json' with { type: 'json' }
import leaders from './packs/leaders/pack.json' with { type: 'json' }
import modelCases from './packs/model/cases.json' with { type: 'json' }
import model from './packs/model/pack.json' with { type: 'json' }

export default definePlugin({
  meta: { id: 'model-packs', version: '1.0.0', title: { th: 'ชุดกติกาต้นแบบ', en: 'Model packs' }, maintainer: 'Sajja' },
  packs: [Pack.parse(model), Pack.parse(leaders)],
  cases: [Cases.parse(modelCases), Cases.parse(leadersCases)],
})
