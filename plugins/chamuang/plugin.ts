import { Cases } from '../kit/cases.ts'
import { Pack } from '../kit/pack.ts'
import { definePlugin } from '../kit/plugin.ts'
import chamuangCases from './packs/chamuang/cases.json' with { type: 'json' }
import chamuang from './packs/chamuang/pack.json' with { type: 'json' }

export default definePlugin({
  meta: { id: 'chamuang', version: '1.0.0', title: { th: 'ตำบลชะมวง', en: 'Chamuang' }, maintainer: 'Sajja' },
  packs: [Pack.parse(chamuang)],
  cases: [Cases.parse(chamuangCases)],
})
