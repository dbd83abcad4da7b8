import { createRoute, z } from '@hono/zod-openapi'
import type { Explanation } from '../../plugins/kit/explain.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import type { Way } from '../../plugins/kit/way.ts'
import { FundProfiles, profileOn, Slug } from '../funds/fund.ts'
import { asFile } from '../http/file.ts'
import { permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { declared, json, newRoom, ok, type InFund } from '../http/room.ts'
import { compareRegulations, ComparedRegulations } from './compared.ts'
import { findHistory, PastPublication } from './history.ts'
import { Paper, PaperOfEdition, paperedEdition, pdf, pictured, printed } from './paper.ts'
import { Publication } from './publication.ts'
import { findPublished, listPublications } from './queries.ts'
import { judge, NewVerdict, tell } from './verdict.ts'

const InWords = declared<Explanation>(
  'Explanation',
  'What a slip shows and prints, in one language: `headline`, the clause, how the amount came about, every reason, the nearest way to yes, what is still missing, documents to bring, and who has the last word.',
  { tone: { type: 'string', enum: ['yes', 'ask', 'no', 'pen'] }, headline: { type: 'string' } },
)

const Judged = z.strictObject({
  publication: Publication.omit({ regulation: true }),
  verdict: declared<Verdict>(
    'Verdict',
    'What the rules say (ผลตรวจตามระเบียบ); people decide. With the outcome the facts used and where each came from, every condition with the value found and wanted, and for money its lines, which add up to the amount. Satang throughout.',
    { outcome: { type: 'string', enum: ['eligible', 'ineligible', 'incomplete', 'judgement'] }, benefitId: { type: 'string' }, regulationHash: { type: 'string' } },
  ),
  way: declared<Way>(
    'Way',
    'The nearest way to yes, where the rules are not met: what would have to change for this claim, from which day a later event would qualify, or that there is none.',
    { kind: { type: 'string', enum: ['thisClaim', 'laterEvent', 'none'] } },
  ).optional(),
  explanation: z.strictObject({ th: InWords, en: InWords }),
}).openapi('Judged')

const createVerdict = createRoute({
  method: 'post',
  path: '/verdicts',
  summary: 'What the fund’s rules give for an event',
  description: 'Judged by the regulation in force on the day of the event, by the same function as in the browser. Nothing is stored.',
  ...permission('public'),
  request: {
    params: z.strictObject({ fund: Slug }),
    body: json(NewVerdict.openapi('NewVerdict')),
  },
  responses: { 200: ok(Judged, 'The verdict.'), ...problems(...SENT, 'unknown-fund', 'no-regulation', 'impossible', 'plugin-failed') },
})

const getRegulations = createRoute({
  method: 'get',
  path: '/regulations',
  summary: 'What a fund has put in force, and what each time changed, in sentences',
  description: 'In the order of their days, what was recalled before its day among them. What was published is public.',
  ...permission('public'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: ok(z.strictObject({ regulations: z.array(PastPublication) }), 'The regulations.'), ...problems('unknown-fund') },
})

const getPaper = createRoute({
  method: 'get',
  path: '/regulations/paper',
  summary: 'The regulation or its notice on paper, as PDF',
  description: 'Made from the rules in force today, or from the edition of that number; its code, the first digits of the hash, stands on every page. What was published is public.',
  ...permission('public'),
  request: { params: z.strictObject({ fund: Slug }), query: PaperOfEdition },
  responses: { 200: pdf('A4 for the regulation, A3 for the notice board.'), ...problems('invalid', 'unknown-fund', 'no-regulation') },
})

const getPicture = createRoute({
  method: 'get',
  path: '/regulations/picture',
  summary: 'The notice in force, cut for telephones',
  description: 'Pages of 360 × 720 under each other, without a background: to be drawn on white and handed on as pictures. Nothing personal is in it.',
  ...permission('public'),
  request: { params: z.strictObject({ fund: Slug }), query: Paper.pick({ language: true }) },
  responses: { 200: { description: 'The pages.', content: { 'image/svg+xml': { schema: z.string() } } }, ...problems('invalid', 'unknown-fund', 'no-regulation') },
})

const Numbered = z.coerce.number().pipe(z.int().min(1))

const getDifference = createRoute({
  method: 'get',
  path: '/regulations/{number}/differences/{other}',
  summary: 'By what one of a fund’s regulations differs from another, in sentences',
  description: 'From the one to the other, by their numbers, with the values of the day on which the later begins.',
  ...permission('public'),
  request: { params: z.strictObject({ fund: Slug, number: Numbered, other: Numbered }) },
  responses: { 200: ok(ComparedRegulations, 'The sentences.'), ...problems('no-such-address', 'unknown-fund', 'unknown-regulation') },
})

export const regulationsRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(createVerdict, async (c) => {
    const asked = c.req.valid('json')

    const publications = await c.get('inFund')(listPublications)
    const judged = await judge(publications, asked, vocabulary, c.get('today'))
    const { regulation: _regulation, ...publication } = judged.publication
    return c.json({ publication, ...await tell(judged, publications, vocabulary) }, 200)
  })
  .openapi(getRegulations, async (c) => {
    const regulations = await c.get('inFund')((rows) => findHistory(rows, c.get('today'), vocabulary))
    return c.json({ regulations }, 200)
  })
  .openapi(getPaper, async (c) => {
    const { form, language, number } = c.req.valid('query')
    const { fund, today } = c.var
    const publications = await c.get('inFund')(listPublications)
    const { name } = profileOn(FundProfiles.parse(fund.profiles), today)

    const bytes = await printed(form, paperedEdition(publications, number, { fund: name, today, language, vocabulary }))
    return c.body(new Uint8Array(bytes), 200, asFile('application/pdf', `${fund.slug}-${form}-${language}.pdf`, 'inline'))
  })
  .openapi(getPicture, async (c) => {
    const { language } = c.req.valid('query')
    const { fund, today } = c.var
    const publications = await c.get('inFund')(listPublications)
    const { name } = profileOn(FundProfiles.parse(fund.profiles), today)

    const bytes = await pictured(paperedEdition(publications, undefined, { fund: name, today, language, vocabulary }))
    return c.body(new Uint8Array(bytes), 200, asFile('image/svg+xml', `${fund.slug}-${language}.svg`, 'inline'))
  })
  .openapi(getDifference, async (c) => {
    const { number, other } = c.req.valid('param')
    const compared = await c.get('inFund')(async (rows) => compareRegulations(await findPublished(rows, number), await findPublished(rows, other), vocabulary))
    return c.json(compared, 200)
  })
