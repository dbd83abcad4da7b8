import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from '../../plugins/kit/plugin.ts'

export const page = readFileSync('docs/plugins.md', 'utf8')

interface Fenced {
  language: string
  path: string
  text: string
}

/** The files of the worked example, and the changes to two lists, as they stand in docs/plugins.md. */
export const fenced: Fenced[] = [...page.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```/gm)].map(([, language = '', path = '', text = '']) => ({ language, path, text }))

/** What a change adds, and what it takes out. */
const linesOf = (text: string, sign: '+' | '-') => text.split('\n').flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []))

/** How many lines the example takes beside its pack and cases. */
export const linesBesideThePack = fenced.filter(({ path }) => !path.includes('/packs/')).reduce((sum, { language, text }) => sum + (language === 'diff' ? linesOf(text, '+') : text.trimEnd().split('\n')).length, 0)

/**
 * A house of its own with the example in it, as an author would have it: the files of the page in an empty folder, the two lists changed as
 * it says, everything else ours. Gives its folder, and how to take it away again.
 */
export function buildHouse(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sajja-plugin-'))
  for (const name of ['node_modules', 'server', 'plugins/kit', ...readdirSync('plugins').filter((each) => !each.includes('.') && each !== 'kit').map((each) => `plugins/${each}`)]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    symlinkSync(resolve(name), join(folder, name), 'dir')
  }
  for (const name of ['package.json', 'tsconfig.json', 'plugins/index.ts', 'scripts/pack.ts', 'web/vocabulary.ts']) cpSync(name, join(folder, name), { recursive: true })
  for (const { language, path, text } of fenced) {
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, language === 'diff' ? changed(readFileSync(place, 'utf8'), text) : text)
  }
  return { folder, remove: () => { rmSync(folder, { recursive: true }) } }
}

/** A line that takes nothing's place goes to the top, where imports are. */
function changed(before: string, change: string): string {
  const [from = ''] = linesOf(change, '-')
  const [top, to = ''] = linesOf(change, '+')
  if (before.split(from).length !== 2) throw new Error(`docs/plugins.md changes "${from}", which does not stand there once`)
  return `${top}\n${before.replace(from, to)}`
}

/** The plugins that are installed in such a house. */
export async function pluginsIn(folder: string): Promise<readonly Plugin[]> {
  const { plugins } = await import(join(folder, 'plugins/index.ts')) as { plugins: readonly Plugin[] } // its own list
  return plugins
}
