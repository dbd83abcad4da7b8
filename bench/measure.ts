/** One figure beside its reference, both measured in turns within one run. */
export interface Row {
  name: string
  ours: number
  reference: number
  ratio: number
  unit: string
}

const ROUNDS = 9
const ROUND_MS = 150
/** Until what is measured has been compiled as it is in a program that has run for a while. */
const WARM_MS = 2_000

/** How often each runs in a second: the median of rounds taken in turns, so that a noisy machine hurts both alike. */
export async function beside(name: string, ours: () => Promise<unknown>, reference: () => Promise<unknown>): Promise<Row> {
  await perSecond(ours, WARM_MS)
  await perSecond(reference, WARM_MS)
  const figures: { ours: number; reference: number }[] = []
  for (let round = 0; round < ROUNDS; round++) figures.push({ ours: await perSecond(ours), reference: await perSecond(reference) })
  const [oursMedian, referenceMedian] = [median(figures.map((each) => each.ours)), median(figures.map((each) => each.reference))]
  return { name, ours: Math.round(oursMedian), reference: Math.round(referenceMedian), ratio: Number((oursMedian / referenceMedian).toFixed(2)), unit: 'claims/s' }
}

/** How long the slowest hundredth takes at least, in milliseconds, of runs taken in turns. */
export async function slowest(name: string, ours: () => Promise<unknown>, reference: () => Promise<unknown>): Promise<Row> {
  const times = { ours: [] as number[], reference: [] as number[] }
  for (let run = 0; run < 5_000; run++) {
    times.ours.push(await took(ours))
    times.reference.push(await took(reference))
  }
  const [oursMs, referenceMs] = [p99(times.ours), p99(times.reference)]
  return { name, ours: Number(oursMs.toFixed(3)), reference: Number(referenceMs.toFixed(3)), ratio: Number((referenceMs / oursMs).toFixed(2)), unit: 'ms p99' }
}

const LONG_RUNS = 15

/** How long one run of each takes, in milliseconds: the median of runs taken in turns. */
export async function lasting(name: string, ours: () => Promise<unknown>, reference: () => Promise<unknown>): Promise<Row> {
  const times = { ours: [] as number[], reference: [] as number[] }
  await perSecond(ours, WARM_MS)
  await perSecond(reference, WARM_MS)
  for (let run = 0; run < LONG_RUNS; run++) {
    times.ours.push(await took(ours))
    times.reference.push(await took(reference))
  }
  const [oursMs, referenceMs] = [median(times.ours), median(times.reference)]
  return { name, ours: Number(oursMs.toFixed(1)), reference: Number(referenceMs.toFixed(1)), ratio: Number((referenceMs / oursMs).toFixed(2)), unit: 'ms' }
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const p99 = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0

async function perSecond(work: () => Promise<unknown>, forMs = ROUND_MS): Promise<number> {
  const begun = performance.now()
  let times = 0
  while (performance.now() - begun < forMs) {
    await work()
    times += 1
  }
  return (times * 1000) / (performance.now() - begun)
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
