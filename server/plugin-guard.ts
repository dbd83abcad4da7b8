import { createContext, Script } from 'node:vm'
import { ZodError } from 'zod'
import { checkPlugins, type PluginFinding } from '../plugins/kit/check-plugins.ts'
import { PluginFailed, wordFailed, type Guard, type Word } from '../plugins/kit/contained.ts'
import type { Plugin } from '../plugins/kit/plugin.ts'
import type { Lang } from '../plugins/kit/text.ts'
import { StartRefused } from './start-refused.ts'

/** A derivation takes some microseconds: whatever takes this long does not end. */
const CALL_MS_MAX = 250
/** How long a word that did not end is left alone: each call of it holds up everybody else. */
const REST_MS = 60_000

/**
 * Makes the calls of plugins' code, and ends one that does not end by itself: V8 interrupts whatever a script calls once its time is up,
 * wherever that was written. Each failure is told in the log.
 */
export function pluginGuard(): Guard {
  const surrounding = createContext({ call: undefined })
  const script = new Script('call()')
  const restingUntil = new Map<string, number>()

  function timed<T>(call: () => T, word: Word): T {
    const name = `${word.plugin}/${word.id}`
    if ((restingUntil.get(name) ?? 0) > performance.now()) throw outOfTime(word)
    let outcome: { gave: T } | { threw: unknown } | undefined
    surrounding['call'] = () => {
      try {
        outcome = { gave: call() }
      } catch (error) {
        outcome = { threw: error }
      }
    }
    try {
      script.runInContext(surrounding, { timeout: CALL_MS_MAX })
    } catch (error) {
      if (!isTimeout(error)) throw error // what ended in time on a busy machine may be called late all the same: then there is an outcome
    }
    if (outcome === undefined) {
      restingUntil.set(name, performance.now() + REST_MS)
      throw outOfTime(word)
    }
    if ('threw' in outcome) throw outcome.threw
    return outcome.gave
  }

  return (call, word) => {
    try {
      return timed(call, word)
    } catch (error) {
      if (error instanceof PluginFailed) console.error(error.message, ...(error.cause === undefined ? [] : [error.cause]))
      throw error
    }
  }
}

const isTimeout = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'

const outOfTime = (word: Word) => wordFailed(word, { th: `คิดไม่จบภายใน ${CALL_MS_MAX / 1000} วินาที`, en: `did not end within ${CALL_MS_MAX / 1000} seconds` })

const SHOWN_MAX = 5

/** Loads the plugins that are listed. Refuses to start where one cannot be read, or does not keep its contract. */
export async function admitPlugins(load: () => Promise<{ plugins: readonly Plugin[] }>): Promise<readonly Plugin[]> {
  const { plugins } = await load().catch(refuseUnreadable)
  const found = await checkPlugins(plugins, pluginGuard())
  if (found.length > 0) throw refused(found)
  return plugins
}

/** A plugin reads its packs when it is loaded, so one that is no pack ends the loading; where that was stands in the trace. */
function refuseUnreadable(error: unknown): never {
  const [, plugin = 'index.ts'] = /plugins\/([\w-]+)\/plugin\.ts/.exec(String(error instanceof Error && error.stack)) ?? []
  const places = error instanceof ZodError ? error.issues.map(({ path, message }) => ({ at: path.join('.'), why: message })) : [{ at: 'plugin.ts', why: String(error) }]
  throw refused(places.map(({ at, why }) => ({ plugin, at, text: { th: `อ่านไม่ได้ (${why}) เรียก npm run pack -- check เพื่อดูรายละเอียด`, en: `cannot be read (${why}): npm run pack -- check says more` } })), { cause: error })
}

function refused(found: readonly Pick<PluginFinding, 'plugin' | 'at' | 'text'>[], options?: ErrorOptions): StartRefused {
  const lines = (lang: Lang) => found.slice(0, SHOWN_MAX).map(({ plugin, at, text }) => `  ${plugin} · ${at} · ${text[lang]}`).join('\n')
  return new StartRefused(
    `ส่วนเสริมใช้ไม่ได้ ${found.length} แห่ง แก้ หรือเอาออกจาก plugins/index.ts แล้วเปิดใหม่\n${lines('th')}`,
    `Found wrong with the plugins: ${found.length}. Mend it, or take the plugin off plugins/index.ts, then start again.\n${lines('en')}`,
    options,
  )
}
