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

export const samplePlugin = definePlugin({
  meta: { id: 'samples', version: '1.0.0', title: both('ตัวอย่าง', 'Samples'), maintainer: 'tests' },
  packs: [hospitalPack('1.0.0', 20_000), hospitalPack('2.0.0', 30_000)],
})
