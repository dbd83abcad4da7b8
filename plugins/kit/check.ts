import { checkBenefits, checkSense } from './check-benefits.ts'
import { checkConditions, checkContradictions } from './check-conditions.ts'
import { checkFacts } from './check-facts.ts'
import { checkOwn, checkTerms } from './check-terms.ts'
import { checkBenefitValues } from './check-values.ts'
import { checkingOf, type Checking } from './checking.ts'
import { distinct, error, type Finding } from './finding.ts'
import { fundFacts } from './kit-facts.ts'
import type { Benefit, Pack } from './pack.ts'
import { checkBounds } from './pack-bounds.ts'
import { personalDataIn } from './personal-data.ts'
import { kitVocabulary, type Vocabulary } from './plugin.ts'
import { packHash, type AdoptedPack } from './regulation.ts'
import { termsCompared, termsUsed } from './terms-used.ts'

/**
 * Checks whether a pack makes sense, before anyone is asked to vote on it. Errors block publishing and sharing, notes do not. What a pack
 * says is looked into only once its names and types are right; a pack without an error is one that `evaluate` judges.
 */
export function check(pack: Pack, vocabulary: Vocabulary = kitVocabulary): Finding[] {
  return checkAdopted({ pack, hash: packHash(pack) }, vocabulary)
}

/** As `check`, for a pack as a fund adopted it: with its own values, without the benefits it does not take. */
export function checkAdopted(adopted: AdoptedPack, vocabulary: Vocabulary): Finding[] {
  const checking = checkingOf(adopted, vocabulary)
  const benefits = adopted.pack.benefits.flatMap((benefit, i) => (adopted.without?.includes(benefit.id) ? [] : [{ at: `benefits.${i}`, benefit }]))
  const names = [
    ...checkBounds(adopted.pack),
    ...checkFacts(checking, new Set([...Object.keys(fundFacts('joined')), ...Object.keys(vocabulary.facts)])),
    ...checkTerms(checking, termsOf(checking, benefits.map(({ benefit }) => benefit))),
    ...checkOwn(checking),
    ...checkConditions(checking),
    ...checkBenefits(checking, benefits),
  ]
  const sense = names.some((finding) => finding.level === 'error') ? [] : [
    ...checkContradictions(checking),
    ...benefits.flatMap(({ at, benefit }) => [...checkBenefitValues(checking, at, benefit), ...checkSense(checking, { at, benefit })]),
  ]
  return distinct([...names, ...sense, ...checkLineage(adopted.pack), ...personalDataIn(adopted.pack)])
}

/** A pack comes from an earlier version of itself, or from another. */
function* checkLineage({ id, version, basedOn }: Pack): Generator<Finding> {
  const order = (text: string) => text.split('.').map((part) => part.padStart(4, '0')).join('.')
  if (basedOn?.pack === id && order(basedOn.version) >= order(version)) yield error('lineage', 'basedOn.version', `ที่มา ${basedOn.version} ต้องเป็นรุ่นก่อน ${version}`, `it comes from ${basedOn.version}, which must be a version before ${version}`)
}

/** The terms that claims read. */
function termsOf({ adopted: { pack } }: Checking, benefits: readonly Benefit[]): Set<string> {
  const asked = Object.values(pack.facts ?? {}).map((fact) => ('askedWhen' in fact ? fact.askedWhen : undefined))
  const standing = (pack.standing ?? []).map((each) => each.conditions)
  return new Set([...termsCompared([...asked, ...standing]), ...benefits.flatMap((benefit) => [...termsUsed(benefit)])])
}
