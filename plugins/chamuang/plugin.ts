import { Pack } from '../kit/pack.ts'
import { definePlugin } from '../kit/plugin.ts'
import chamuang from './packs/chamuang/pack.json' with { type: 'json' }

export default definePlugin({
  meta: { id: 'chamuang', version: '1.0.0', title: { th: 'ตำบลชะมวง', en: 'Chamuang' }, maintainer: 'Sajja' },
  packs: [Pack.parse(chamuang)],
})
