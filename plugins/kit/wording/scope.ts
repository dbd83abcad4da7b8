import type { Operator } from '../operator.ts'
import { fundFacts } from '../kit-facts.ts'
import type { Vocabulary } from '../plugin.ts'
import type { Measure } from '../quantity.ts'
import type { Lang, Text } from '../text.ts'
import { keyOf, type Referable } from './form.ts'

/** What a value is a value of: how it is measured, how the bounds of its steps are, what its options or items are called. */
export interface Subject {
  value: Measure
  bound: Measure
  names: Names
  operators: Compared
}

/** What things are called in one language, in both directions. A label that two of them have names neither. */
export interface Names {
  labels: ReadonlyMap<string, string>
  ids: ReadonlyMap<string, string | undefined>
}

/** The operators on one type, and their labels as they are compared. */
interface Compared extends Names {
  keys: readonly [id: string, key: string][]
}

/** What the lines of a pack may refer to. */
export interface Scope {
  lang: Lang
  names: Readonly<Record<Referable, Names>>
  subject: (to: 'term' | 'fact', id: string) => Subject | undefined
}

interface DeclaredFact extends Measure {
  label: Text
}
type DeclaredTerm = { label: Text; unit?: Text | undefined } & (Measure | { type: 'ladder'; by: Measure['type']; of: Measure['type'] } | { type: 'schedule'; of: Measure['type']; items: Readonly<Record<string, Text>> })

/** What a pack declares; a whole pack, or the heads of its lines. */
export interface Declared {
  facts?: Readonly<Record<string, DeclaredFact>> | undefined
  terms?: Readonly<Record<string, DeclaredTerm>> | undefined
  benefits?: readonly { id: string; title: Text }[] | undefined
}

const kitFacts = fundFacts('joined')

export function scopeOf({ facts = {}, terms = {}, benefits = [] }: Declared, vocabulary: Vocabulary, lang: Lang): Scope {
  const known: Readonly<Record<string, DeclaredFact>> = { ...kitFacts, ...vocabulary.facts, ...facts }
  const called = (all: Readonly<Record<string, { label: Text }>>) => namesOf(Object.entries(all).map(([id, { label }]) => [id, label[lang]]))
  const subjects = new Map<string, Subject>()
  return {
    lang,
    names: { term: called(terms), fact: called(known), benefit: namesOf(benefits.map(({ id, title }) => [id, title[lang]])), standing: namesOf([]) },
    subject(to, id) {
      const place = `${to} ${id}`
      const of = to === 'fact' ? own(known, id) : own(terms, id)
      const subject = subjects.get(place) ?? (of && subjectOf(of, vocabulary.operators, lang))
      if (subject) subjects.set(place, subject)
      return subject
    },
  }
}

const own = <T>(all: Readonly<Record<string, T>>, id: string): T | undefined => (Object.hasOwn(all, id) ? all[id] : undefined)

function subjectOf(of: DeclaredFact | DeclaredTerm, operators: Readonly<Record<string, Operator>>, lang: Lang): Subject {
  const measure: Measure = of.type === 'ladder' || of.type === 'schedule' ? { type: of.of, unit: of.unit } : of
  const names = of.type === 'schedule' ? of.items : 'options' in of ? of.options : undefined
  return {
    value: measure,
    bound: of.type === 'ladder' ? { type: of.by } : measure,
    names: namesOf(Object.entries(names ?? {}).map(([id, text]) => [id, text[lang]])),
    operators: operatorsOn(measure.type, operators, lang),
  }
}

const compared = new WeakMap<Readonly<Record<string, Operator>>, Map<string, Compared>>()

function operatorsOn(type: Measure['type'], operators: Readonly<Record<string, Operator>>, lang: Lang): Compared {
  const known = compared.get(operators) ?? new Map<string, Compared>()
  compared.set(operators, known)
  const found = known.get(`${type} ${lang}`) ?? comparedBy(Object.entries(operators).filter(([, { on }]) => on.includes(type)).map(([id, { label }]) => [id, label[lang]]))
  known.set(`${type} ${lang}`, found)
  return found
}

const comparedBy = (labels: [id: string, label: string][]): Compared => ({ ...namesOf(labels), keys: labels.map(([id, label]) => [id, keyOf(label)]) })

function namesOf(entries: readonly (readonly [id: string, label: string])[]): Names {
  const ids = new Map<string, string | undefined>()
  for (const [id, label] of entries) ids.set(label, ids.has(label) ? undefined : id)
  return { labels: new Map(entries), ids }
}
