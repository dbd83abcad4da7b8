import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

/** What judges a claim and tells of it: wherever one of these is needed, the others are too, and together they compress better than apart. */
const JUDGING = /plugins\/kit\/(known|ladder|calculate|claim|engine|judge|found|grounds|span|evaluate|shortfall|speech|reason-words|slip-rows|way|way-words|explain|candidates|later)\.ts$|node_modules\/(json-rules-engine|jsonpath-plus|eventemitter2|hash-it|clone)\//
/** So does what asks for its facts. */
const ASKING = /web\/(screens\/enquiry\/|ui\/(field|day-field|number-field|duration-field|choice-field|calendar|number)\.|text\/(th|en)\/(enquiry|fields)\.ts)/
/** And what tells of a benefit, whether one claims it or reads the notice. */
const TELLING = /plugins\/kit\/(glossary|sentence|notice|notice-line|benefit-lines|amount-lines|amount-sentence|limit|limit-sentence|requirement|range-text|verdict|clause|fund-words|quantity|amount-rows)\.ts$/
/** What reads, takes up and shares a pack: one room, whose screens are opened one after another. Apart, each would lengthen the list of files that every page begins with. What asks for a pack stands apart, since a first draft asks too and the library leads to drafts: two parts that need each other begin in no order. */
const LIBRARY = /web\/(screens\/(library\/|(committee|network)\/library)|text\/(th|en)\/library\.ts)/
/** What brings a signed file in, to the library and to a draft. */
const FILES = /web\/(screens\/files\/|ui\/file-field|text\/(th|en)\/files\.ts)|plugins\/kit\/pack-bounds\.ts$/

export default defineConfig(({ command }) => {
  // Whoever asks for the build may run under NODE_ENV=test; what people get is never the libraries' development copies.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    root: 'web',
    plugins: [solid()],
    build: {
      outDir: '../dist/web', emptyOutDir: true, assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'judging', test: JUDGING }, { name: 'asking', test: ASKING }, { name: 'telling', test: TELLING }, { name: 'library', test: LIBRARY }, { name: 'files', test: FILES }] } } },
    },
    server: { host: '127.0.0.1', fs: { allow: ['..'] }, proxy: { '/api': 'http://127.0.0.1:3000' } },
  }
})
