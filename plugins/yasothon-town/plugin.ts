import { Pack } from '../kit/pack.ts'
import { definePlugin } from '../kit/plugin.ts'
import yasothonTown from './packs/yasothon-town/pack.json' with { type: 'json' }

export default definePlugin({
  meta: { id: 'yasothon-town', version: '1.0.0', title: { th: 'เทศบาลเมืองยโสธร', en: 'Yasothon Town' }, maintainer: 'Sajja' },
  packs: [Pack.parse(yasothonTown)],
})
