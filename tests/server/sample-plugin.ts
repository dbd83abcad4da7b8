import { Cases } from '../../plugins/kit/cases.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { definePlugin } from '../../plugins/kit/plugin.ts'

const both = (th: string, en: string) => ({ th, en })

/** One small pack, in two versions, so that these tests do not move when the real ones do. */
function hospitalPack(version: string, nightRateSatang: number) {
  return Pack.parse({
    format: 'sajja/pack@1',
    id: 'sample',
    version,
    title: both('ชุดกติกาตัวอย่าง', 'Sample pack'),
    facts: {
      dischargedOn: { type: 'day', of: 'claim', from: 'asked', label: both('วันออกจากโรงพยาบาล', 'day of discharge') },
      nights: { type: 'count', of: 'claim', from: 'asked', label: both('จำนวนคืน', 'nights'), unit: both('คืน', 'nights') },
    },
    terms: {
      nightRate: { type: 'money', label: both('ค่าคืนละ', 'per night'), values: [{ from: '2015-01-01', value: nightRateSatang, source: 'ข้อ 12' }] },
      yearMax: { type: 'money', label: both('ไม่เกินปีละ', 'at most a year'), values: [{ from: '2015-01-01', value: 100_000, source: 'ข้อ 12' }] },
      waitDays: { type: 'days', label: both('เป็นสมาชิกครบ', 'member for'), values: [{ from: '2015-01-01', value: 180, source: 'ข้อ 5' }] },
    },
    benefits: [{
      id: 'hospital',
      category: 'sickness',
      title: both('นอนโรงพยาบาล', 'Hospital stay'),
      clause: { number: '12' },
      eventOn: 'dischargedOn',
      asks: ['dischargedOn', 'nights'],
      conditions: { all: [{ id: 'waited', name: both('เป็นสมาชิกครบเวลา', 'a member for long enough'), fact: 'membershipDays', operator: 'greaterThanInclusive', value: { fact: 'waitDays' } }] },
      amount: { perUnit: { rate: 'nightRate', count: 'nights' } },
      limits: [{ id: 'hospital-year', per: 'year', of: 'amount', atMost: 'yearMax' }],
    }],
  })
}

/** Another small pack, of two benefits, which no fund has yet. */
const mourningPack = Pack.parse({
  format: 'sajja/pack@1',
  id: 'mourning',
  version: '1.0.0',
  title: both('ชุดกติกางานศพ', 'Mourning pack'),
  facts: { diedOn: { type: 'day', of: 'claim', from: 'asked', label: both('วันที่เสียชีวิต', 'day of death') } },
  terms: { deathGrant: { type: 'money', label: both('เงินช่วยงานศพ', 'funeral grant'), values: [{ from: '2015-01-01', value: 300_000, source: 'ข้อ 20' }] } },
  benefits: ['death', 'wake'].map((id) => ({ id, category: 'death', title: both(id === 'death' ? 'เสียชีวิต' : 'คืนสวดศพ', id === 'death' ? 'Death' : 'Wake'), once: true, eventOn: 'diedOn', asks: ['diedOn'], amount: { fixed: 'deathGrant' } })),
})

const cases = Cases.parse({
  format: 'sajja/cases@1',
  pack: 'sample',
  persons: { daeng: { name: both('ป้าแดง', 'Auntie Daeng'), facts: { joinedOn: '2014-07-01' } }, muk: { name: both('น้องมุก', 'Muk'), facts: { joinedOn: '2026-06-01' } } },
  cases: [
    { name: both('ป้าแดงนอน 3 คืน', 'Auntie Daeng stays three nights'), person: 'daeng', benefit: 'hospital', facts: { dischargedOn: '2026-03-06', nights: 3 }, expect: { outcome: 'eligible', satang: 60_000 } },
    { name: both('น้องมุกเป็นสมาชิกมา 100 วัน', 'Muk has been a member for 100 days'), person: 'muk', benefit: 'hospital', facts: { dischargedOn: '2026-09-09', nights: 2 }, expect: { outcome: 'ineligible', because: ['waited'] } },
  ],
})

export const samplePlugin = definePlugin({
  meta: { id: 'samples', version: '1.0.0', title: both('ตัวอย่าง', 'Samples'), maintainer: 'tests' },
  packs: [hospitalPack('1.0.0', 20_000), hospitalPack('2.0.0', 30_000), mourningPack],
  cases: [cases],
})
