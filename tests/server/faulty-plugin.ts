import { Pack } from '../../plugins/kit/pack.ts'
import type { Derive } from '../../plugins/kit/fact.ts'
import { definePlugin } from '../../plugins/kit/plugin.ts'
import type { PluginOperator } from '../../plugins/kit/operator.ts'
import { banMaiDefinition } from '../cast.ts'
import { samplePlugin } from './sample-plugin.ts'

const both = (th: string, en: string) => ({ th, en })

const giftPack = Pack.parse({
  format: 'sajja/pack@1',
  id: 'gifts',
  version: '1.0.0',
  title: both('ของขวัญ', 'Gifts'),
  facts: {
    givenOn: { type: 'day', of: 'claim', from: 'asked', label: both('วันที่ขอ', 'day of asking') },
    secret: { type: 'count', of: 'claim', from: 'asked', label: both('เลขลับ', 'secret number') },
  },
  terms: {
    gift: { type: 'money', label: both('ของขวัญ', 'gift'), values: [{ from: '2015-01-01', value: 50_000, source: 'ข้อ 20' }] },
    luckMin: { type: 'count', label: both('โชคอย่างน้อย', 'luck of at least'), values: [{ from: '2015-01-01', value: 1, source: 'ข้อ 20' }] },
  },
  benefits: [{
    id: 'gift',
    category: 'other',
    title: both('ของขวัญ', 'Gift'),
    clause: { number: '20' },
    eventOn: 'givenOn',
    asks: ['givenOn', 'secret'],
    conditions: { all: [{ id: 'lucky', name: both('มีโชค', 'is lucky'), fact: 'luck', operator: 'reaches', value: { fact: 'luckMin' } }] },
    amount: { fixed: 'gift' },
  }],
})

/** How the plugin behaves; each test says it anew. */
export interface Behaviour {
  derive: Derive
  reaches: PluginOperator['holds']
  fallsShort: PluginOperator['holds']
}

export const sound: Behaviour = {
  derive: ({ givenOn }) => Number(String(givenOn).slice(8)),
  reaches: (found, wanted) => Number(found) >= Number(wanted),
  fallsShort: (found, wanted) => Number(found) < Number(wanted),
}

/** A plugin with a fact and an operator that behave as told, beside the sample's hospital stay. */
export function faultyPlugin(behaviour: Behaviour) {
  return definePlugin({
    meta: { id: 'faulty', version: '1.0.0', title: both('ส่วนเสริมเสีย', 'Faulty'), maintainer: 'tests' },
    packs: [giftPack],
    facts: { luck: { type: 'count', of: 'claim', from: 'derived', label: both('โชค', 'luck'), needs: ['givenOn'], derive: (values, deriving) => behaviour.derive(values, deriving) } },
    operators: {
      reaches: { on: ['count'], label: both('ถึง', 'reaches'), opposite: 'fallsShort', holds: (found, wanted) => behaviour.reaches(found, wanted) },
      fallsShort: { on: ['count'], label: both('ไม่ถึง', 'falls short of'), opposite: 'reaches', holds: (found, wanted) => behaviour.fallsShort(found, wanted) },
    },
  })
}

/** A scene in which Ban Mai gives gifts beside its hospital stays, and the plugin of the gifts behaves as told. */
export const givingGifts = (behaviour: Behaviour) => ({
  plugins: [samplePlugin, faultyPlugin(behaviour)],
  banMai: { ...banMaiDefinition, publications: banMaiDefinition.publications.map((each) => ({ ...each, regulation: { ...each.regulation, packs: [...each.regulation.packs, { adopt: 'faulty/gifts', version: '1.0.0' }] } })) },
})
