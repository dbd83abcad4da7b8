import { plugins } from '../plugins/index.ts'
import { Cases } from '../plugins/kit/cases.ts'
import { check } from '../plugins/kit/check.ts'
import { checkCases } from '../plugins/kit/check-cases.ts'
import { checkRegulation } from '../plugins/kit/check-regulation.ts'
import { error, type Finding } from '../plugins/kit/finding.ts'
import { findingsOf } from '../plugins/kit/issue.ts'
import { personalDataIn } from '../plugins/kit/personal-data.ts'
import { vocabularyOf } from '../plugins/kit/plugin.ts'
import { parsePack, parseRegulation } from '../plugins/kit/read-pack.ts'
import type { Judged, PackJudged, RegulationJudged, Unjudged } from './library/judging.ts'
import { pluginGuard } from './plugin-guard.ts'

const FINDINGS_MAX = 100

/** Judges one pack or regulation and ends: what it says, and what it takes to say it, is in nobody's way. */
const vocabulary = vocabularyOf(plugins, pluginGuard())
process.once('message', (unjudged: Unjudged) => {
  const judging: Promise<Judged> = 'regulation' in unjudged ? judgeRegulation(unjudged.regulation) : judgePack(unjudged)
  void judging.catch((fault: unknown): Judged => ({ fault: fault instanceof Error ? String(fault.stack) : String(fault) }))
    .then((judged) => process.send?.(judged, () => process.disconnect()))
})
process.send?.('ready')

async function judgePack({ pack: value, cases: given }: { pack: unknown; cases?: unknown }): Promise<PackJudged> {
  const read = parsePack(value)
  if (!read.ok) return refused('pack', read.findings)
  const { pack } = read
  const errors = errorsIn(check(pack, vocabulary))
  if (errors.length > 0) return refused('pack', errors)
  if (given === undefined) return { ok: true, pack }

  const shaped = Cases.safeParse(given)
  if (!shaped.success) return refused('cases', findingsOf(shaped.error, given))
  const cases = shaped.data
  const wrong = [...personalDataIn(cases)]
  if (wrong.length === 0) wrong.push(...await checkCases(cases, pack, vocabulary))
  return wrong.length > 0 ? refused('cases', wrong) : { ok: true, pack, cases }
}

async function judgeRegulation(value: unknown): Promise<RegulationJudged> {
  const read = parseRegulation(value)
  if (!read.ok) return refused('regulation', read.findings)
  const errors = errorsIn(checkRegulation(read.regulation, vocabulary))
  return errors.length > 0 ? refused('regulation', errors) : { ok: true, regulation: read.regulation }
}

const errorsIn = (findings: readonly Finding[]) => findings.filter(({ level }) => level === 'error')

function refused(within: string, findings: readonly Finding[]): { ok: false; findings: Finding[] } {
  const placed = findings.slice(0, FINDINGS_MAX).map((finding) => ({ ...finding, at: finding.at === '' ? within : `${within}.${finding.at}` }))
  const more = findings.length > FINDINGS_MAX ? [error('tooMany', within, `มีที่ผิดเกิน ${FINDINGS_MAX} แห่ง โปรดแก้ที่แจ้งไว้ก่อน`, `more than ${FINDINGS_MAX} faults: correct these first`)] : []
  return { ok: false, findings: [...placed, ...more] }
}
