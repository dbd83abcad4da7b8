import { z } from '@hono/zod-openapi'
import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { PluginFailed } from '../../plugins/kit/contained.ts'
import type { Finding } from '../../plugins/kit/finding.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { ConnectionLost } from '../db/sessions.ts'
import type { Entered } from './room.ts'

/** Everything that can be answered instead of what was asked for. Nothing else is thrown on purpose. */
export const PROBLEMS = {
  'no-such-address': { status: 404, th: 'ไม่มีที่อยู่นี้', en: 'There is nothing at this address.' },
  'unknown-network': { status: 404, th: 'ไม่พบเครือข่ายนี้', en: 'There is no such network.' },
  'unknown-fund': { status: 404, th: 'ไม่พบกองทุนนี้', en: 'There is no such fund.' },
  'no-regulation': { status: 404, th: 'กองทุนนี้ไม่มีระเบียบที่ใช้อยู่ในวันนั้น', en: 'The fund has no regulation in force on that day.' },
  'no-settings': { status: 404, th: 'กองทุนนี้ยังตั้งค่าไม่เสร็จ ให้ผู้ดูแลระบบเปิดกองทุนอีกครั้ง', en: 'The fund was cut short while it was made: the operator applies its definition again.' },
  'unknown-member': { status: 404, th: 'ไม่พบสมาชิกคนนี้', en: 'There is no such member.' },
  'unknown-centre': { status: 404, th: 'ไม่พบศูนย์นี้', en: 'There is no such centre.' },
  'unknown-receipt': { status: 404, th: 'ไม่พบใบเสร็จนี้', en: 'There is no such receipt.' },
  'unknown-claim': { status: 404, th: 'ไม่พบคำขอนี้', en: 'There is no such claim.' },
  'no-citizen-id': { status: 404, th: 'สมาชิกคนนี้ยังไม่ได้บันทึกเลขประจำตัวประชาชน', en: 'No citizen ID is recorded of this member.' },
  'member-number-taken': { status: 409, th: 'มีสมาชิกใช้เลขทะเบียนนี้แล้ว', en: 'Another member has this number.' },
  'citizen-id-taken': { status: 409, th: 'มีสมาชิกของกองทุนนี้ใช้เลขประจำตัวประชาชนนี้แล้ว', en: 'A member of this fund has this citizen ID.' },
  'centre-name-taken': { status: 409, th: 'มีศูนย์ชื่อนี้แล้ว', en: 'There is a centre of this name.' },
  'changed-meanwhile': { status: 409, th: 'มีคนแก้ไขข้อมูลนี้ไปก่อนแล้ว เปิดดูใหม่แล้วแก้อีกครั้ง', en: 'Somebody changed this meanwhile: look again, then change it.' },
  'not-from-here': { status: 409, th: 'สถานะปัจจุบันของสมาชิกทำรายการนี้ไม่ได้', en: 'This cannot follow from where the membership stands.' },
  'not-the-last-status': { status: 409, th: 'ถอนได้เฉพาะรายการล่าสุด และรายการแรกถอนไม่ได้', en: 'Only the last entry can be withdrawn, and never the first.' },
  'not-a-member': { status: 409, th: 'คนนี้ไม่ได้เป็นสมาชิกอยู่', en: 'This person is not a member now.' },
  'no-plan': { status: 409, th: 'ยังไม่ได้กำหนดงวดเงินสัจจะของสมาชิกคนนี้', en: 'It is not said yet how this member pays.' },
  'receipt-number-taken': { status: 409, th: 'ใบเสร็จเลขที่นี้ใช้ไปแล้ว', en: 'A receipt of this number was written already.' },
  'receipt-voided': { status: 409, th: 'ใบเสร็จนี้ยกเลิกไปแล้ว', en: 'This receipt was voided already.' },
  'claim-exists': { status: 409, th: 'เหตุนี้ยื่นคำขอสวัสดิการเดียวกันไว้แล้ว', en: 'This benefit was asked for already after this event.' },
  'claim-incomplete': { status: 422, th: 'ข้อมูลยังไม่ครบ ตอบข้อที่ระบุไว้ก่อน', en: 'Something is missing still: answer what is named here.' },
  'claim-elsewhere': { status: 409, th: 'คำขอนี้อยู่ในขั้นที่ทำรายการนี้ไม่ได้', en: 'This cannot follow from where the claim stands.' },
  'own-claim': { status: 403, th: 'ผู้บันทึกคำขอ ผู้ขอ และผู้รับเงิน พิจารณาคำขอนี้ไม่ได้ ให้กรรมการคนอื่นพิจารณา', en: 'Who entered a claim, asks for it or is paid by it does not decide it: another of the committee does.' },
  'verdict-changed': { status: 409, th: 'ผลตรวจเปลี่ยนไปหลังจากที่ท่านเปิดดู ยังไม่ได้บันทึกมติ ดูผลใหม่แล้วพิจารณาอีกครั้ง', en: 'The rules give something else than you saw: nothing was decided. Look again, then decide.' },
  'not-certified': { status: 409, th: 'คนของศูนย์ยังลงชื่อรับรองไม่ครบตามที่กองทุนกำหนด', en: 'Fewer of the centre have certified this than the fund asks for.' },
  'voucher-number-taken': { status: 409, th: 'ใบสำคัญจ่ายเลขที่นี้ใช้ไปแล้ว', en: 'A voucher of this number was written already.' },
  'unknown-draft': { status: 404, th: 'ไม่พบฉบับร่างนี้', en: 'There is no such draft.' },
  'draft-open': { status: 409, th: 'มีฉบับร่างเปิดอยู่แล้ว แก้ต่อในฉบับนั้น หรือถอนฉบับนั้นก่อน', en: 'There is a draft already: go on in that one, or withdraw it first.' },
  'draft-elsewhere': { status: 409, th: 'ฉบับร่างนี้อยู่ในขั้นที่ทำรายการนี้ไม่ได้', en: 'This cannot follow from where the draft stands.' },
  'guests-already': { status: 409, th: 'เชิญเครือข่ายมาดูร่างนี้อยู่แล้ว', en: 'The network is invited into this draft already.' },
  'no-guests': { status: 404, th: 'ไม่ได้เชิญเครือข่ายมาดูร่างนี้', en: 'The network is not invited into this draft.' },
  'nothing-to-undo': { status: 409, th: 'ไม่มีอะไรให้เลิกทำแล้ว', en: 'There is nothing left to undo.' },
  'nothing-to-redo': { status: 409, th: 'ไม่มีอะไรให้ทำซ้ำ', en: 'There is nothing to do again.' },
  'draft-unchanged': { status: 409, th: 'ฉบับร่างยังไม่ได้แก้อะไร', en: 'The draft changes nothing yet.' },
  'draft-unsound': { status: 422, th: 'ระเบียบในร่างยังใช้ไม่ได้ แก้ที่ระบุไว้ก่อน', en: 'The rules in the draft do not hold together: mend what is named here first.' },
  'draft-neighbours': { status: 422, th: 'มีคนตัวอย่างที่ร่างนี้ให้ผลไม่ตรงกับที่ตั้งใจ แก้ร่าง หรือยืนยันว่าตั้งใจให้เป็นอย่างนั้นก่อน', en: 'The draft gives an example person something else than was meant: change the draft, or say first that this is meant.' },
  'unknown-neighbour': { status: 404, th: 'ไม่พบคนตัวอย่างนี้', en: 'There is no such example person.' },
  'too-many-neighbours': { status: 409, th: 'คนตัวอย่างของกองทุนมีได้ไม่เกิน 300 คน ลบคนที่ไม่ใช้ก่อน', en: 'A fund keeps at most 300 example people: remove those that are of no use first.' },
  'claim-not-anonymous': { status: 422, th: 'คำขอนี้ทำเป็นคนตัวอย่างโดยไม่ให้รู้ว่าเป็นใครไม่ได้', en: 'This claim cannot be made an example without showing whose it is.' },
  'draft-superseded': { status: 409, th: 'มีระเบียบฉบับอื่นประกาศใช้ไปก่อนแล้ว ร่างนี้แก้จากฉบับเก่า ให้เริ่มร่างใหม่จากฉบับที่ใช้อยู่', en: 'Another regulation was put in force meanwhile, and this draft was made from the one before: begin anew from the one in force.' },
  'draft-not-superseded': { status: 409, th: 'ฉบับร่างนี้แก้จากฉบับที่ใช้อยู่แล้ว', en: 'The draft was made from what is in force.' },
  'upgrade-undecided': { status: 409, th: 'ยังมีข้อที่ต้องเลือกว่าจะคงของเดิมหรือใช้ตามต้นแบบ ยังไม่ได้เปลี่ยนอะไร', en: 'Something is still to be chosen, your own or the model’s: nothing was changed.' },
  'own-draft': { status: 403, th: 'ผู้ร่างประกาศใช้เองไม่ได้ ให้กรรมการคนอื่นที่ไม่ได้แก้ร่างนี้ประกาศใช้', en: 'Who has written in a draft does not put it in force: another of the committee does.' },
  'vote-lost': { status: 409, th: 'มติไม่ผ่าน ผู้ไม่เห็นชอบมีเท่ากับหรือมากกว่าผู้เห็นชอบ เอาร่างกลับมาแก้ หรือถอนร่าง', en: 'The vote was lost: as many were against it as for it, or more. Take the draft back, or withdraw it.' },
  'unknown-regulation': { status: 404, th: 'ไม่มีระเบียบฉบับนี้', en: 'There is no regulation of this number.' },
  'recalled-already': { status: 409, th: 'ระเบียบฉบับนี้ถอนไปแล้ว', en: 'This regulation was recalled already.' },
  'begun-already': { status: 409, th: 'ระเบียบฉบับนี้เริ่มใช้แล้ว ถอนไม่ได้ แก้ด้วยฉบับใหม่', en: 'This regulation is in force already: it is not recalled, but corrected by the next one.' },
  'meeting-to-come': { status: 409, th: 'ยังไม่ถึงวันประชุม ประกาศใช้ได้เมื่อที่ประชุมมีมติแล้ว', en: 'The meeting is still to come: it is put in force once the meeting has resolved.' },
  'unknown-year': { status: 404, th: 'ไม่มีตัวเลขของปีนี้ให้เผยแพร่ ปีที่เผยแพร่ได้ต้องสิ้นสุดแล้ว', en: 'There are no figures of this year to publish: it must have ended.' },
  'published-already': { status: 409, th: 'ปีนี้เผยแพร่อยู่แล้ว', en: 'This year is published already.' },
  'not-published': { status: 409, th: 'ปีนี้ไม่ได้เผยแพร่อยู่', en: 'This year is not published.' },
  'model-area-already': { status: 409, th: 'กองทุนนี้เลือกเป็นพื้นที่ต้นแบบไว้แล้ว', en: 'This fund has been chosen as a model area already.' },
  'unknown-model-area': { status: 404, th: 'ไม่พบพื้นที่ต้นแบบนี้', en: 'There is no such model area.' },
  'agreed-already': { status: 409, th: 'กองทุนตอบรับเป็นพื้นที่ต้นแบบแล้ว', en: 'The fund has agreed already.' },
  'unknown-gathering': { status: 404, th: 'ไม่พบการดูงานหรือสมัชชานี้', en: 'There is no such visit or assembly.' },
  'unknown-question': { status: 404, th: 'ไม่พบคำถามนี้', en: 'There is no such question.' },
  'signed-elsewhere': { status: 409, th: 'ชุดกติกานี้มาเป็นไฟล์จากที่อื่น ส่งต่อไฟล์นั้น', en: 'This pack came in as a file that somebody else has signed: hand on that file.' },
  'file-refused': { status: 422, th: 'รับไฟล์นี้ไม่ได้ ยังไม่ได้นำอะไรเข้ามา ดูเหตุตามที่ระบุ', en: 'This file is refused, and nothing of it was taken in: the reason is named here.' },
  'unknown-pack': { status: 404, th: 'ไม่พบชุดกติกานี้ในคลัง', en: 'There is no such pack in the library.' },
  'pack-refused': { status: 422, th: 'ชุดกติกานี้ยังแบ่งปันไม่ได้ แก้ที่ระบุไว้ก่อน ยังไม่มีใครเห็น', en: 'This pack is refused, and nobody has seen it: mend what is named here first.' },
  'pack-id-taken': { status: 409, th: 'รหัสชุดกติกานี้เป็นของผู้อื่นแล้ว', en: 'A pack of this id is somebody else’s.' },
  'pack-version-taken': { status: 409, th: 'เลขรุ่นต้องสูงกว่ารุ่นล่าสุดที่แบ่งปันแล้ว', en: 'A version must be above the last one that was shared.' },
  'pack-withdrawn': { status: 409, th: 'ชุดกติการุ่นนี้ถอนไปแล้ว', en: 'This version of the pack was withdrawn.' },
  'endorsed-already': { status: 409, th: 'เครือข่ายรับรองชุดกติกานี้อยู่แล้ว', en: 'The network endorses this pack already.' },
  'not-endorsed': { status: 404, th: 'เครือข่ายไม่ได้รับรองชุดกติกานี้', en: 'The network does not endorse this pack.' },
  'key-reused': { status: 422, th: 'รหัสการส่งนี้ใช้กับข้อมูลอื่นไปแล้ว', en: 'This idempotency key was used for something else.' },
  'signed-out': { status: 401, th: 'เข้าสู่ระบบก่อน', en: 'Sign in first.' },
  'sign-in-again': { status: 403, th: 'เรื่องนี้ต้องยืนยันตัวอีกครั้ง เข้าสู่ระบบใหม่แล้วทำต่อ', en: 'This takes a fresh sign-in: sign in again and go on.' },
  'wrong-credentials': { status: 401, th: 'เบอร์โทรหรือรหัสผ่านไม่ถูกต้อง', en: 'The number or the password is wrong.' },
  'too-many-attempts': { status: 429, th: 'ลองผิดหลายครั้งแล้ว รอสักครู่แล้วลองใหม่', en: 'Too many attempts failed: wait a moment, then try again.' },
  'passkey-refused': { status: 401, th: 'ใช้พาสคีย์นี้ไม่ได้ ลองอีกครั้ง หรือเข้าด้วยรหัสผ่าน', en: 'This passkey could not be used: try again, or use the password.' },
  'phone-taken': { status: 409, th: 'เบอร์นี้มีบัญชีอยู่แล้ว เข้าสู่ระบบก่อน แล้วเปิดคำเชิญอีกครั้ง', en: 'This number has an account: sign in first, then open the invitation again.' },
  'unknown-invitation': { status: 404, th: 'คำเชิญนี้ใช้ไม่ได้แล้ว อาจหมดอายุหรือใช้ไปแล้ว ขอคำเชิญใหม่ได้จากผู้ที่เชิญ', en: 'This invitation cannot be used any more: it has expired or was used. Ask for a new one.' },
  'unknown-person': { status: 404, th: 'ไม่พบบุคคลนี้ในกองทุน', en: 'There is no such person in this fund.' },
  'unknown-session': { status: 404, th: 'ไม่พบการเข้าสู่ระบบนี้', en: 'There is no such session.' },
  'unknown-passkey': { status: 404, th: 'ไม่พบพาสคีย์นี้', en: 'There is no such passkey.' },
  'last-admin': { status: 409, th: 'กองทุนต้องมีผู้ดูแลอย่างน้อยหนึ่งคน', en: 'A fund keeps at least one administrator.' },
  'last-way-in': { status: 409, th: 'นี่เป็นทางเข้าทางเดียวของบัญชี ตั้งรหัสผ่านหรือพาสคีย์อื่นก่อน', en: 'This is the only way into the account: set a password or another passkey first.' },
  'foreign-origin': { status: 403, th: 'คำขอนี้มาจากเว็บอื่น จึงไม่รับ', en: 'This request comes from another site and is refused.' },
  'role-needed': { status: 403, th: 'ท่านไม่มีหน้าที่นี้ในกองทุน ต้องเป็นผู้ที่ระบุไว้', en: 'Your role in the fund does not allow this; it takes the one named here.' },
  'fund-slug-taken': { status: 409, th: 'มีกองทุนใช้ชื่อในที่อยู่เว็บนี้แล้ว', en: 'Another fund has this address.' },
  'suspended-already': { status: 409, th: 'กองทุนนี้ปิดใช้ชั่วคราวอยู่แล้ว', en: 'This fund is suspended already.' },
  'not-suspended': { status: 409, th: 'กองทุนนี้เปิดใช้อยู่', en: 'This fund is not suspended.' },
  'has-administrator': { status: 409, th: 'กองทุนนี้มีผู้ดูแลที่เข้าระบบได้แล้ว ให้ผู้ดูแลของกองทุนเชิญคนอื่นเอง', en: 'This fund has an administrator who can sign in, and invites its own people.' },
  'fund-suspended': { status: 403, th: 'กองทุนนี้ปิดใช้ชั่วคราว ติดต่อผู้ดูแลระบบ', en: 'This fund is suspended for now: ask the operator.' },
  invalid: { status: 400, th: 'ข้อมูลที่ส่งมาไม่ถูกต้อง', en: 'What was sent is not valid.' },
  'malformed-json': { status: 400, th: 'ข้อมูลที่ส่งมาไม่ใช่ JSON ที่อ่านได้', en: 'What was sent cannot be read as JSON.' },
  'unstorable-text': { status: 400, th: 'มีอักขระที่ใช้ไม่ได้อยู่ในข้อความ', en: 'A text holds a character that cannot be used.' },
  'too-large': { status: 413, th: 'ข้อมูลที่ส่งมาใหญ่เกินไป', en: 'What was sent is too large.' },
  'not-json': { status: 415, th: 'ต้องส่งข้อมูลเป็น application/json', en: 'The body must be sent as application/json.' },
  'plugin-failed': { status: 409, th: 'สวัสดิการนี้ยังคิดตามระเบียบไม่ได้ เพราะส่วนเสริมของระบบขัดข้อง แจ้งผู้ดูแลระบบตามที่ระบุ สวัสดิการอื่นใช้ได้ตามปกติ', en: 'This benefit cannot be judged for now: a plugin of this installation failed. Tell the operator what is named here; the other benefits are as usual.' },
  impossible: { status: 422, th: 'ข้อมูลที่กรอกเป็นไปไม่ได้', en: 'What was entered cannot be.' },
  fault: { status: 500, th: 'ระบบขัดข้อง แจ้งผู้ดูแลพร้อมรหัสนี้', en: 'Something is broken here. Tell the operator this id.' },
  unavailable: { status: 503, th: 'ระบบไม่พร้อมชั่วคราว ลองอีกครั้งในอีกสักครู่', en: 'Not available for a moment: try again shortly.' },
} as const satisfies Record<string, Text & { status: number }>

export type ProblemCode = keyof typeof PROBLEMS

/** What an address names cannot be an id: it is answered as one of its kind that never was, so `member` as `unknown-member`. */
export function unknown(named: PropertyKey | undefined): ProblemCode {
  const code = `unknown-${String(named)}`
  return isProblemCode(code) ? code : 'no-such-address'
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code)

/** A part of what was sent, and what is wrong with it: `answers.nights`. */
export type Place = Pick<Finding, 'at' | 'text'>

/** The one error thrown on purpose: `places` says where in what was sent, if that can be said. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly text: Text
  readonly places: readonly Place[]

  constructor(code: ProblemCode, places: readonly Place[] = [], options?: ErrorOptions) {
    super(PROBLEMS[code].en, options)
    this.name = 'Problem'
    this.code = code
    this.text = { th: PROBLEMS[code].th, en: PROBLEMS[code].en }
    this.places = places
  }
}

const BothLanguages = z.strictObject({ th: z.string(), en: z.string() })

/** A problem as it is answered, in both languages (RFC 9457). */
export const ProblemAnswer = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  text: BothLanguages,
  places: z.array(z.strictObject({ at: z.string(), text: BothLanguages })),
  requestId: z.string(),
}).openapi('Problem', { description: 'What went wrong, in Thai and English. `places` names the parts of the request that it is about.' })

type ProblemAnswers<Code extends ProblemCode> = Record<
  (typeof PROBLEMS)[Code | 'fault' | 'unavailable']['status'],
  { description: string; content: { 'application/problem+json': { schema: typeof ProblemAnswer } } }
>

/** What can be wrong with a request that sends JSON, for `problems(...)`. */
export const SENT = ['invalid', 'malformed-json', 'unstorable-text', 'too-large', 'not-json'] as const

/** What the document tells of problems that share an answer. */
export const told = (codes: readonly ProblemCode[]): string => codes.map((code) => `\`${code}\`: ${PROBLEMS[code].en}`).join(' ')

/** The answers of these problems, for a route's `responses`. Every route can also fail with a fault or be unavailable. */
export function problems<Code extends ProblemCode>(...codes: Code[]): ProblemAnswers<Code> {
  const all: ProblemCode[] = [...codes, 'fault', 'unavailable']
  const withStatus = (status: number) => all.filter((code) => PROBLEMS[code].status === status)
  const answers = all.map((code) => [PROBLEMS[code].status, {
    description: told(withStatus(PROBLEMS[code].status)),
    content: { 'application/problem+json': { schema: ProblemAnswer } },
  }])
  return Object.fromEntries(answers) as ProblemAnswers<Code> // fromEntries forgets which keys it was given
}

/** The only place where an error becomes an answer. */
export const answerError: ErrorHandler<{ Variables: Entered }> = (error, c) => {
  const problem = asProblem(error)
  const requestId = c.get('requestId')
  if (problem.code === 'fault') console.error(`[${requestId}] ${c.req.method} ${c.req.path}`, error)

  const { code, text, places } = problem
  const { status } = PROBLEMS[code]
  const answer = { type: `/api#${code}`, title: text.en, status, code, text, places, requestId }
  return c.body(JSON.stringify(answer), status, { 'content-type': 'application/problem+json' })
}

export const answerNotFound: NotFoundHandler = () => {
  throw new Problem('no-such-address')
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof BadInput) return new Problem('impossible', [{ at: error.where, text: error.text }])
  if (error instanceof PluginFailed) return new Problem('plugin-failed', [{ at: error.at, text: error.text }])
  if (error instanceof HTTPException && error.status === 400) return new Problem('malformed-json')
  if (error instanceof HTTPException && error.status === 415) return new Problem('not-json')
  if (error instanceof ConnectionLost || isDatabaseAway(error)) return new Problem('unavailable', [], { cause: error })
  return new Problem('fault', [], { cause: error })
}

/** The database does not listen, is going down or is recovering: the words of the socket, of postgres.js and of PostgreSQL. */
function isDatabaseAway(error: unknown): boolean {
  const away = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', '57P01', '57P02', '57P03']
  return error instanceof Error && 'code' in error && away.includes(String(error.code))
}
