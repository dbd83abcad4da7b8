import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Pack } from '../../plugins/kit/pack.ts'
import { FILE_BYTES_MAX } from '../../plugins/kit/pack-bounds.ts'
import { fingerprintOf } from '../../plugins/kit/fingerprint.ts'
import { hostKeyOf, readSignedFile, signFile, type Filed } from '../../server/library/signed-file.ts'
import { examplePack, exampleRegulation } from '../kit/example-pack.ts'

const says = (th: string, en: string) => ({ th, en })
const ours = hostKeyOf('the secret of one host, which guards nothing')
const theirs = hostKeyOf('the secret of another host, which guards less')

const pack: Pack = { ...examplePack, id: 'ban-mai', terms: {}, facts: {}, standing: [], benefits: examplePack.benefits.slice(1, 2) }
const said: Filed = { kind: 'pack', content: pack, origin: { kind: 'fund', slug: 'ban-mai', name: says('กองทุนบ้านใหม่', 'Ban Mai'), host: 'https://phuket.example.org' }, signedAt: '2026-11-23T03:00:00.000Z' }
const text = signFile(said, ours)
const codeOf = (changed: string) => { const read = readSignedFile(changed); return read.ok ? 'taken' : read.findings[0]?.code }
/** The file with something else in it, signed anew by whoever has a key. */
const resigned = (otherwise: Partial<Filed>) => signFile({ ...said, ...otherwise } as Filed, theirs) // of the same kind

describe('a file as it was signed', () => {
  test('is read, and says who signed it', () => {
    expect(readSignedFile(text)).toMatchObject({ ok: true, file: { ...said, format: 'sajja/file@1', key: ours.key } })
  })

  test('the same host signs with the same key, another with another', () => {
    expect(hostKeyOf('the secret of one host, which guards nothing').key).toBe(ours.key)
    expect(theirs.key).not.toBe(ours.key)
  })

  test('a key is told in five groups of four', () => {
    expect(fingerprintOf(ours.key)).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
    expect(fingerprintOf(theirs.key)).not.toBe(fingerprintOf(ours.key))
  })
})

describe('a file that is otherwise', () => {
  test('in one byte, at any place, is refused', () => {
    const bytes = Buffer.from(text)
    const taken = [...bytes.keys()].flatMap((at) => [1, 32].filter((bit) => codeOf(Buffer.from(bytes.with(at, (bytes[at] ?? 0) ^ bit)).toString()) === 'taken').map((bit) => `${at} ^ ${bit}`))
    expect(bytes.length).toBeGreaterThan(500)
    expect(taken).toEqual([])
  })

  test('by one byte more or less, at any place, is refused', () => {
    const places = [...text].keys()
    const taken = [...places].filter((at) => codeOf(`${text.slice(0, at)} ${text.slice(at)}`) === 'taken' || codeOf(text.slice(0, at) + text.slice(at + 1)) === 'taken')
    expect(taken).toEqual([])
  })

  test.each<[string, string, string]>([
    ['with a line at its end', `${text}\n`, 'tampered'],
    ['with a byte order mark', `\ufeff${text}`, 'tampered'],
    ['written over several lines', JSON.stringify(JSON.parse(text), null, 2), 'tampered'],
    ['in another order', JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).toReversed())), 'tampered'],
    ['with a key that stands twice', text.replace('{"format"', '{"format":"sajja/file@1","format"'), 'twice'],
    ['with cases beside a regulation', signFile({ ...said, kind: 'regulation', content: exampleRegulation, cases: {} } as Filed, ours), 'unknownKey'],
    ['with the same letter written otherwise', text.replace('Ban Mai', '\\u0042an Mai'), 'tampered'],
    ['with its hexadecimal digits in capitals', text.replace(/"signature":"[^"]+"/, (each) => each.toUpperCase().replace('SIGNATURE', 'signature')), 'badValue'],
    ['under the key of another', text.replace(ours.key, theirs.key), 'tampered'],
    ['signed by nobody', text.replace(/"signature":"[^"]+"/, `"signature":"${'0'.repeat(128)}"`), 'tampered'],
    ['without a signature', text.replace(/,"signature":"[^"]+"/, ''), 'missing'],
    ['with a word that nobody knows', JSON.stringify({ ...JSON.parse(text), sharedBy: 'Malee' }), 'unknownKey'],
    ['of a later format', text.replace('sajja/file@1', 'sajja/file@2'), 'newerFormat'],
    ['of no format', '[]', 'badValue'],
    ['that is no JSON', 'a letter', 'notJson'],
    ['larger than any regulation', `${text}${' '.repeat(FILE_BYTES_MAX)}`, 'tooLarge'],
    ['with a telephone number in the name of whose it is', resigned({ origin: { ...said.origin, name: says('โทร 081-234-5678', 'Ban Mai') } }), 'personalData'],
  ])('%s', (_, changed, code) => {
    expect(codeOf(changed)).toBe(code)
  })

  test('so that it is no JSON any more, is said to have been changed all the same', () => {
    expect(readSignedFile(text.replace('"kind"', '"kind'))).toMatchObject({ findings: [{ code: 'notJson' }, { code: 'tampered' }] })
    expect(readSignedFile('a letter')).toMatchObject({ findings: [{ code: 'notJson' }] })
  })

  test('and signed anew is another’s file', () => {
    const read = readSignedFile(resigned({ content: { ...pack, id: 'nong-bua' } }))
    expect(read).toMatchObject({ ok: true, file: { key: theirs.key } })
  })
})

test('docs/files.md shows a file that is read', () => {
  const [, shown = ''] = /```json\n(.*)\n```/.exec(readFileSync('docs/files.md', 'utf8')) ?? []
  expect(readSignedFile(shown)).toMatchObject({ ok: true, file: { origin: { slug: 'ban-mai' } } })
})
