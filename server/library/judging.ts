import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Cases } from '../../plugins/kit/cases.ts'
import { error, type Finding } from '../../plugins/kit/finding.ts'
import { checkDepth } from '../../plugins/kit/json.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import { isOver, PACK_BYTES_MAX, REGULATION_BYTES_MAX, tooLarge } from '../../plugins/kit/pack-bounds.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { Problem } from '../http/problem.ts'

/** What is to be judged, as it came: nothing of it has been looked at. */
export type Unjudged = { pack: unknown; cases?: unknown } | { regulation: unknown }

type Refused = { ok: false; findings: Finding[] }
export type PackJudged = { ok: true; pack: Pack; cases?: Cases } | Refused
export type RegulationJudged = { ok: true; regulation: Regulation } | Refused

/** What the child answers; a fault is ours, not the pack's. */
export type Judged = PackJudged | RegulationJudged | { fault: string }

/** The installed packs take some tenths of a second with all their cases, and some 60 MB. */
const SECONDS_MAX = 15
const MEGABYTES_MAX = 128
/** How many may wait at once: beyond, one is asked to come back. */
const WAITING_MAX = 8

/**
 * Judges a pack that nobody has seen yet, with the cases that came with it: shape, `check`, personal data, its cases. It happens in a
 * process of its own, which knows the installed plugins and nothing else of the host, and which is ended when its time or memory is up.
 * What comes out has clean texts and no error; else every finding names its place below `pack` or `cases`. Throws `unavailable` where too
 * many wait.
 */
export async function judgeApart(pack: unknown, cases?: unknown): Promise<PackJudged> {
  return await judge({ pack, ...(cases !== undefined && { cases }) }) as PackJudged // the child answers in kind
}

/** As judgeApart, for a fund's regulation; its findings name their place below `regulation`. */
export async function judgeRegulationApart(regulation: unknown): Promise<RegulationJudged> {
  return await judge({ regulation }) as RegulationJudged // the child answers in kind
}

const BYTES_MAX = { pack: PACK_BYTES_MAX, cases: REGULATION_BYTES_MAX, regulation: REGULATION_BYTES_MAX }

async function judge(unjudged: Unjudged): Promise<PackJudged | RegulationJudged> {
  const deep = checkDepth(unjudged)
  if (deep.length > 0) return { ok: false, findings: deep }
  const large = Object.entries(BYTES_MAX).flatMap(([part, bytesMax]) => (isOver(JSON.stringify((unjudged as Record<string, unknown>)[part]) ?? '', bytesMax) ? [{ ...tooLarge(bytesMax), at: part }] : []))
  return large.length > 0 ? { ok: false, findings: large } : inTurn(() => judgeInChild(unjudged))
}

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** One at a time, so that judging never takes more than one core from those who are served meanwhile. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= WAITING_MAX) throw new Problem('unavailable')
  waiting += 1
  const result = last.then(work).finally(() => { waiting -= 1 })
  last = result.catch(() => undefined) // told to whom it concerns
  return result
}

async function judgeInChild(unjudged: Unjudged): Promise<PackJudged | RegulationJudged> {
  const child = fork(fileURLToPath(new URL('../judging-worker.ts', import.meta.url)), { execArgv: [`--max-old-space-size=${MEGABYTES_MAX}`], env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const ended = once(child, 'exit')
  let judged: Judged | undefined
  let isOvertime = false
  let overtime: NodeJS.Timeout | undefined
  child.on('message', (told: 'ready' | Judged) => {
    if (told !== 'ready') {
      judged = told
      return
    }
    child.send(unjudged)
    overtime = setTimeout(() => { isOvertime = child.kill('SIGKILL') }, SECONDS_MAX * 1000) // what it takes to start is not the pack's
  })
  const [code, signal] = await ended as [number | null, NodeJS.Signals | null] // so does Node end a child
  clearTimeout(overtime)
  if (judged && 'fault' in judged) throw new Error(`judging apart: ${judged.fault}`)
  if (judged) return judged
  if (isOvertime) return { ok: false, findings: [error('tookTooLong', '', `คิดนานเกิน ${SECONDS_MAX} วินาที จึงไม่รับ โปรดลดจำนวนเงื่อนไขหรือคนตัวอย่าง`, `takes more than ${SECONDS_MAX} seconds to judge, and is refused: fewer conditions or cases would help`)] }
  if (overtime) return { ok: false, findings: [error('tooLarge', '', `ใช้หน่วยความจำเกิน ${MEGABYTES_MAX} เมกะไบต์ จึงไม่รับ โปรดลดจำนวนเงื่อนไขหรือคนตัวอย่าง`, `takes more than ${MEGABYTES_MAX} MB of memory to judge, and is refused: fewer conditions or cases would help`)] }
  throw new Error(`judging apart does not start: ${signal ?? code}`)
}
