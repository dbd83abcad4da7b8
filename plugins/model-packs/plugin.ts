import { Pack } from '../kit/pack.ts'
import { definePlugin } from '../kit/plugin.ts'
import model from './packs/model/pack.json' with { type: 'json' }

export default definePlugin({
  meta: { id: 'model-packs', version: '1.0.0', title: { th: 'ชุดกติกาต้นแบบ', en: 'Model packs' }, maintainer: 'Sajja' },
  packs: [Pack.parse(model)],
})
