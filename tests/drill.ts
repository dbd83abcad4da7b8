/** How often something is tried that only chance can find wrong: in `npm test`, and in `npm run drill`, which takes its time. */
export const often = (inTests: number, inDrill: number): number => (process.env['DRILL'] ? inDrill : inTests)
