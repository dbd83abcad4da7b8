import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Doors } from './db/scope.ts'
import type { Trial } from './settings.ts'
import { listUnfilled } from './trial/filling.ts'
import { SAMPLE_FUNDS } from './trial/sample-funds.ts'

/** What a trial's sample funds are filled from, beside the program: it goes on answering meanwhile. */
export interface FillingData {
  ownerUrl: string
  secret: string
  slugs: readonly string[]
  now: Date
}

/** The filling of the sample funds, as far as it has come. */
export interface Filling {
  /** The funds that are still to be filled, which their network's list says. */
  left: Set<string>
  /** Settles when the first fund is filled, or nothing is left to fill. */
  firstFilled: Promise<void>
  stop: () => Promise<void>
}

/** Fills the sample funds that are still empty, one after another, on a thread of their own. What is left at the end goes on at the next start. */
export async function fillTrial(doors: Doors, { trial, ...access }: { trial: Trial; ownerUrl: string; secret: string }, now: Date): Promise<Filling> {
  const wanted = SAMPLE_FUNDS.slice(0, { province: undefined, fund: 1, empty: 0 }[trial]).map(({ slug }) => slug)
  const slugs = await listUnfilled(doors, wanted)
  const left = new Set(slugs)
  if (slugs.length === 0) return { left, firstFilled: Promise.resolve(), stop: async () => undefined }

  console.log(`กำลังเตรียมข้อมูลตัวอย่าง ${slugs.length} กองทุน… · Inventing the people and books of ${slugs.length} sample funds…`)
  const worker = new Worker(new URL('filling-worker.ts', import.meta.url), { workerData: { ...access, slugs, now } satisfies FillingData })
  const ended = once(worker, 'exit').finally(() => left.clear())
  worker.on('message', (slug: string) => {
    left.delete(slug)
    if (left.size === 0) console.log('ข้อมูลตัวอย่างครบแล้ว · All sample funds are filled')
  })
  worker.on('error', (error) => console.error('เตรียมข้อมูลตัวอย่างต่อไม่ได้ จะทำต่อเมื่อเริ่มครั้งหน้า · The sample funds cannot be filled further; the next start goes on:', error))
  return {
    left,
    firstFilled: Promise.race([once(worker, 'message'), ended]).then(() => undefined, () => undefined), // that it failed has been said
    stop: async () => { await worker.terminate() },
  }
}
