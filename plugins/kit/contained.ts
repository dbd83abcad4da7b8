import { BadInput } from './bad-input.ts'
import type { Derive, DerivedFact } from './fact.ts'
import { brief } from './finding.ts'
import type { PluginOperator } from './operator.ts'
import type { Text } from './text.ts'
import { still, valueSchema, type Name, type Value } from './value.ts'

/** A word of a plugin: a fact that it derives, or an operator. */
export interface Word {
  plugin: string
  kind: 'fact' | 'operator'
  id: string
  label: Name
}

const KINDS = { fact: { th: 'ข้อมูล', en: 'the fact' }, operator: { th: 'การเปรียบเทียบ', en: 'the comparison' } }

/** A plugin did not keep its contract, so what rests on it cannot be judged: `text` says which word of which plugin, and what it did instead. */
export class PluginFailed extends Error {
  /** The word, such as `conscription.facts.ageByYear`. */
  readonly at: string
  readonly text: Text

  constructor(at: string, because: Text, options?: ErrorOptions) {
    const text = { th: `คิดตามระเบียบไม่ได้ เพราะ${because.th} แจ้งผู้ดูแลระบบ`, en: `This cannot be judged: ${because.en}. Tell the operator.` }
    super(text.en, options)
    this.name = 'PluginFailed'
    this.at = at
    this.text = text
  }
}

/** What a word did instead of what it should. */
export function wordFailed({ plugin, kind, id, label }: Word, did: Text, options?: ErrorOptions): PluginFailed {
  return new PluginFailed(`${plugin}.${kind}s.${id}`, {
    th: `${KINDS[kind].th} "${label.th}" (${id}) ของส่วนเสริม ${plugin} ${did.th}`,
    en: `${KINDS[kind].en} "${label.en}" (${id}) of the plugin ${plugin} ${did.en}`,
  }, options)
}

/** A regulation in force names a word that nobody brings any more: its plugin was taken off the list. */
export const wordMissing = (kind: Word['kind'], id: string): PluginFailed =>
  new PluginFailed(`${kind}s.${id}`, { th: `ไม่มี${KINDS[kind].th} "${id}" ในระบบนี้ ส่วนเสริมที่เคยให้อาจถูกเอาออก`, en: `${KINDS[kind].en} "${id}" is not known here, the plugin that brought it may have been taken off` })

/** Makes a call of a plugin's code, and throws PluginFailed where it does not end. */
export type Guard = <T>(call: () => T, word: Word) => T

/** Where nothing can end a call, it is only made. */
export const unguarded: Guard = (call) => call()

/** What a call did that a plugin does not do. */
class Breach extends Error {
  readonly text: Text

  constructor(th: string, en: string) {
    super(en)
    this.text = { th, en }
  }
}

/** A fact whose derivation gives a value of its type, from what it says that it needs, and the same each time; or throws PluginFailed. */
export function containedFact(word: Word, fact: DerivedFact, guard: Guard): DerivedFact {
  const schema = valueSchema(fact)
  const read = (given: unknown): Value => {
    const result = schema.safeParse(given)
    if (result.success) return result.data
    throw new Breach(`ให้ค่า ${shown(given)} ซึ่งใช้ไม่ได้`, `gave ${shown(given)}, which is no ${fact.type} of its kind`)
  }
  const derive: Derive = (values, { eventOn, fundTerms }) => guard(() => attempt(word, () => {
    const reading = declaredOnly(values)
    const once = () => read(settled(fact.derive(reading.values, still({ eventOn, fundTerms }))))
    try {
      return steady(once(), once())
    } finally {
      reading.check()
    }
  }), word)
  return { ...fact, derive }
}

/** An operator that says yes or no, the same each time, and not the same as its opposite; or throws PluginFailed. */
export function containedOperator(word: Word, operator: PluginOperator, opposite: PluginOperator | undefined, guard: Guard): PluginOperator {
  const answer = (asked: PluginOperator, found: Value, wanted: Value): boolean => {
    const given: unknown = settled(asked.holds(found, wanted))
    if (typeof given === 'boolean') return given
    throw new Breach(`ให้ค่า ${shown(given)} แทนใช่หรือไม่ใช่`, `gave ${shown(given)} instead of yes or no`)
  }
  const holds: PluginOperator['holds'] = (found, wanted) => guard(() => attempt(word, () => {
    const [one, other] = [still(found), still(wanted)]
    const told = steady(answer(operator, one, other), answer(operator, one, other))
    if (opposite && answer(opposite, one, other) === told) throw new Breach(`ให้คำตอบเดียวกับ ${operator.opposite} ซึ่งต้องตรงข้ามกัน`, `said the same as its opposite ${operator.opposite}`)
    return told
  }), word)
  return { ...operator, holds }
}

function attempt<T>(word: Word, call: () => T): T {
  try {
    return call()
  } catch (error) {
    if (error instanceof BadInput) throw error
    if (error instanceof Breach) throw wordFailed(word, error.text)
    const message = brief(error instanceof Error ? error.message : shown(error))
    throw wordFailed(word, { th: `หยุดกลางคัน (${message})`, en: `broke off (${message})` }, { cause: error })
  }
}

/** The values, and whether anything else was asked of them: what a plugin does not say that it needs nobody would be asked for. */
function declaredOnly(values: Readonly<Record<string, Value>>) {
  let undeclared: string | undefined
  const watched = new Proxy(still(values), {
    get(target, key) {
      if (typeof key === 'string' && !(key in target)) undeclared ??= key
      return Reflect.get(target, key)
    },
  })
  return {
    values: watched,
    check() {
      if (undeclared !== undefined) throw new Breach(`อ่าน "${brief(undeclared)}" ซึ่งไม่ได้บอกไว้ว่าต้องใช้`, `reads "${brief(undeclared)}", which it does not say that it needs`)
    },
  }
}

/** A promise that nobody waits for must not end the program when it breaks. */
function settled<T>(given: T): T {
  if (!(given instanceof Promise)) return given
  given.catch(() => undefined)
  throw new Breach('ให้คำตอบที่ต้องรอ (promise)', 'gave a promise instead of a value')
}

function steady<T extends Value>(first: T, second: T): T {
  if (JSON.stringify(first) === JSON.stringify(second)) return first
  throw new Breach(`ให้ ${shown(first)} แล้วให้ ${shown(second)} จากข้อมูลเดียวกัน`, `gave ${shown(first)}, then ${shown(second)} for the same`)
}

/** What was given, short, without calling any of its own code. */
function shown(given: unknown): string {
  if (typeof given === 'string') return brief(`"${given}"`)
  return typeof given === 'object' && given !== null ? 'object' : typeof given === 'symbol' || typeof given === 'function' ? typeof given : brief(String(given))
}
