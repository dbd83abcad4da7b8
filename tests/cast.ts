import { onTestFinished, vi } from 'vitest'
import { vocabularyOf, type Plugin } from '../plugins/kit/plugin.ts'
import { createApp } from '../server/app.ts'
import { applyPlan, planFund } from '../server/funds/apply.ts'
import { FUND_FORMAT, FundDefinition } from '../server/funds/definition.ts'
import { saveNewNetwork } from '../server/network/queries.ts'
import { newDatabase, SECRET } from './database.ts'
import { ORIGIN, people } from './people.ts'
import { samplePlugin } from './server/sample-plugin.ts'

const both = (th: string, en: string) => ({ th, en })

/** The day on which every test happens. */
export const TODAY = '2026-11-23'
const NOW = new Date(`${TODAY}T03:00:00Z`)

/** Ban Mai, by its own regulation since 2020: 200 baht a night, at most 1,000 a year, for members of 180 days. */
export const banMaiDefinition: FundDefinition = FundDefinition.parse({
  format: FUND_FORMAT,
  network: 'sample',
  slug: 'ban-mai',
  profiles: [
    { from: '2009-12-21', name: both('กองทุนสวัสดิการชุมชนตำบลบ้านใหม่', 'Ban Mai Community Welfare Fund'), localGovernment: both('องค์การบริหารส่วนตำบลบ้านใหม่', 'Ban Mai Subdistrict Administrative Organization'), kind: 'subdistrict-organisation', tambonCodes: ['990101'] },
    { from: '2013-06-01', name: both('กองทุนสวัสดิการชุมชนเทศบาลตำบลบ้านใหม่', 'Ban Mai Municipality Community Welfare Fund'), localGovernment: both('เทศบาลตำบลบ้านใหม่', 'Ban Mai Subdistrict Municipality'), kind: 'subdistrict-municipality', tambonCodes: ['990101'] },
  ],
  contact: both('ที่ทำการกองทุน วันเสาร์แรกของเดือน', 'The fund’s office, first Saturday of the month'),
  certifiersNeeded: 0,
  publications: [{
    fromOn: '2020-01-01',
    resolution: { number: '4/2562', heldOn: '2019-12-08', title: both('ประชุมใหญ่สามัญประจำปี 2562', 'Annual general meeting 2019') },
    regulation: {
      title: both('ระเบียบกองทุนบ้านใหม่', 'Ban Mai regulation'),
      fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'never' },
      packs: [{ adopt: 'samples/sample', version: '1.0.0' }],
    },
  }],
})

/** Nong Bua, a fund of the same network that has not published anything yet. */
const nongBuaDefinition = FundDefinition.parse({
  ...banMaiDefinition,
  slug: 'nong-bua',
  profiles: [{ from: '2010-01-01', name: both('กองทุนสวัสดิการชุมชนตำบลหนองบัว', 'Nong Bua Community Welfare Fund'), localGovernment: both('องค์การบริหารส่วนตำบลหนองบัว', 'Nong Bua Subdistrict Administrative Organization'), kind: 'subdistrict-organisation', tambonCodes: ['990102'] }],
  publications: [],
})

/** The scene of every test: a network of two funds, and the front door to them. Time stands still there. */
export async function cast({ origin = ORIGIN, plugins = [samplePlugin], banMai = banMaiDefinition, secret = SECRET }: { origin?: string; secret?: string; plugins?: readonly Plugin[]; banMai?: FundDefinition } = {}) {
  vi.setSystemTime(NOW)
  onTestFinished(() => { vi.useRealTimers() })
  const { doors, superuser, ownerUrl } = await newDatabase()
  const applying = { doors, plugins, vocabulary: vocabularyOf(plugins), today: TODAY }
  const apply = async (definition: FundDefinition) => {
    const read = await planFund(definition, applying)
    if (read.ok) await applyPlan(doors, read.value, NOW)
    return read
  }
  await doors.asOperator((rows) => saveNewNetwork(rows, { format: 'sajja/network@1', slug: 'sample', name: both('เครือข่ายตัวอย่าง', 'Sample network'), provinceCode: '99' }, NOW.getTime()))
  await apply(banMai)
  await apply(nongBuaDefinition)

  const app = createApp({ doors, plugins, origin, secret, now: () => new Date() })
  return {
    ...await people({ app, doors, superuser }),
    app,
    doors,
    superuser,
    ownerUrl,
    apply,
    passes: (milliseconds: number) => { vi.setSystemTime(Date.now() + milliseconds) },
    get: async (path: string) => app.request(path),
    post: async (path: string, body: unknown) => app.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }
}
