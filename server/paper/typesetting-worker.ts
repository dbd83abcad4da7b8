import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import type { Order, Outcome } from './typesetting.ts'

/** How many compilations a result of typst's stays remembered without being of use. */
const REMEMBERED = 10

const { resolve } = createRequire(import.meta.url)
const letters = ['400Regular/Sarabun_400Regular', '700Bold/Sarabun_700Bold'].map((face) => readFileSync(resolve(`@expo-google-fonts/sarabun/${face}.ttf`)))
const compiler = NodeCompiler.create({ workspace: fileURLToPath(new URL('..', import.meta.url)), fontArgs: [{ fontBlobs: letters }] })

/** Typesets one order after another. What is written on the sheet enters as data; typst never reads it as markup. */
parentPort?.on('message', ({ id, template, sheet, as }: Order) => {
  parentPort?.postMessage({ id, ...typeset(template, sheet, as) } satisfies Outcome) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
})

function typeset(template: string, sheet: string, as: Order['as']): { bytes: Uint8Array } | { fault: string } {
  try {
    const document = compiler.compile({ mainFilePath: fileURLToPath(new URL(`../${template}`, import.meta.url)), inputs: { sheet } })
    if (!document.result) return { fault: JSON.stringify(document.takeDiagnostics()?.shortDiagnostics) }
    return { bytes: as === 'pdf' ? compiler.pdf(document.result) : Buffer.from(compiler.plainSvg(document.result)) }
  } catch (error) {
    return { fault: String(error) }
  } finally {
    compiler.evictCache(REMEMBERED)
  }
}
