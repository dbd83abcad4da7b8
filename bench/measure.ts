/** One figure beside its reference, both measured in turns within one run. */
export interface Row {
  name: string
  ours: number
  reference: number
  ratio: number
  unit: string
}

/** How long measuring goes on. */
export interface Pace {
  /** Until what is measured has been compiled as it is in a program that has run for a while. */
  warmMs: number
  rounds: number
  roundMs: number
  /** Of what is timed run by run. */
  runs: number
}

/** How often each runs in a second: the median of rounds taken in turns, so that a noisy machine hurts both alike. */
export async function beside(name: string, ours: () => Promise<unknown>, reference: () => Promise<unknown>, { warmMs, rounds, roundMs }: Pace): Promise<Row> {
  await perSecond(ours, warmMs)
  await perSecond(reference, warmMs)
  const figures: { ours: number; reference: number }[] = []
  for (let round = 0; round < rounds; round++) figures.push({ ours: await perSecond(ours, roundMs), reference: await perSecond(reference, roundMs) })
  const [oursMedian, referenceMedian] = [median(figures.map((each) => each.ours)), median(figures.map((each) => each.reference))]
  return { name, ours: Math.round(oursMedian), reference: Math.round(referenceMedian), ratio: Number((oursMedian / referenceMedian).toFixed(2)), unit: 'claims/s' }
}

/** How long the slowest hundredth takes at least, in milliseconds, of runs taken in turns. */
export async function slowest(name: string, ours: () => Promise<unknown>, reference: () => Promise<unknown>, { runs }: Pace): Promise<Row> {
  const times = { ours: [] as number[], reference: [] as number[] }
  for (let run = 0; run < runs; run++) {
    times.ours.push(await took(ours))
    times.reference.push(await took(reference))
  }
  const [oursMs, referenceMs] = [p99(times.ours), p99(times.reference)]
  return { name, ours: Number(oursMs.toFixed(3)), reference: Number(referenceMs.toFixed(3)), ratio: Number((referenceMs / oursMs).toFixed(2)), unit: 'ms p99' }
}

/** How long one run of each takes, in milliseconds: the median of runs taken in turns. */
export async function lasting(name: string, ours: () => Promise<unknown>, reference: () => Promise<unknown>, { warmMs, rounds }: Pace): Promise<Row> {
  const times = { ours: [] as number[], reference: [] as number[] }
  await perSecond(ours, warmMs)
  await perSecond(reference, warmMs)
  for (let run = 0; run < rounds; run++) {
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

async function perSecond(work: () => Promise<unknown>, forMs: number): Promise<number> {
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
