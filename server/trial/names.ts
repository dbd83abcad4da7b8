import type { Chance } from './chance.ts'

/** Names that people have, put together by chance: nobody is meant by them. */

export type Sex = 'female' | 'male'

const GIVEN: Record<Sex, { older: string; younger: string; muslim: string }> = {
  female: {
    older: 'สมจิตร บุญเรือน สำเนียง ประนอม อำไพ วิไล สุนีย์ ทองคำ ละออง สมพร มาลัย บังอร เพ็ญศรี จำเนียร สายหยุด อุไร ฉวีวรรณ ประไพ นงนุช ศรีนวล ปราณี สมศรี พรรณี เรณู ถนอม ละเอียด จินตนา วรรณา ยุพิน สุมาลี รัตนา กัลยา นิตยา พะเยาว์ หนูพร้อม เจียม แฉล้ม เอื้อน ลำดวน พยอม',
    younger: 'พรทิพย์ กนกวรรณ สุภาวดี ณัฐธิดา ชุติมา ปิยะนุช ศิริพร วราภรณ์ อรทัย จุฑามาศ ธิดารัตน์ เบญจวรรณ พัชรี กมลชนก นฤมล ปาริชาติ สุกัญญา ดวงใจ ลลิตา มณีรัตน์ รุ่งนภา วิภาวี ศศิธร อภิญญา ชนิดา ปวีณา กาญจนา สาวิตรี ธนพร ภัทรวดี',
    muslim: 'ฟาตีเมาะ อามีนะห์ ไซนับ มารียัม รอกีเยาะ ฮาลีเมาะ ซารีนา สุไหลา นูรียะห์ ฟารีดา ยามีละ รอฮานี อาอีซะห์ คอรีเยาะ สาลินี นูรไอนี มัรยัม ซากียะห์ ดาริกา ฮัสนะ',
  },
  male: {
    older: 'ประสิทธิ์ บุญชู สมนึก จำลอง ประเสริฐ สวัสดิ์ ถาวร วิชัย สุรินทร์ อุดม ทวี เสรี สุชาติ ณรงค์ ประเทือง เกษม ชลอ สำราญ มานะ วิเชียร บรรจง สมหมาย อำนวย ไพบูลย์ เฉลิม โกวิท พิชัย ปรีชา สนั่น เจริญ ชาญ สมบูรณ์ ประจวบ ไสว ยงยุทธ',
    younger: 'ณัฐพล ธนากร อนุชา วีรชัย กิตติพงษ์ ปิยะ ศราวุธ พงศกร ธีรพงศ์ นราธิป อภิชาติ สิทธิชัย จักรพันธ์ ภูวดล วรวุฒิ เอกชัย ชัยวัฒน์ ดนัย ปฏิภาณ รัฐพล ศุภชัย ธวัชชัย อาทิตย์ ยุทธนา คมกฤษ',
    muslim: 'อับดุลเลาะ อิสมาแอล มูฮัมหมัด ยูซุบ ฮาซัน อาหมัด สุไลมาน อิบรอเฮม ยะโกบ รอซี ซุลกิฟลี อนัส หมัดอูเส็น สะอารี ดลรอมาน มะหะหมัด ฮารูน บิลาล รุสลัน ฟุรกอน',
  },
}

const SURNAME_BEGINNINGS = 'ทอง แก้ว ศรี บุญ สุข จันทร์ เพชร ชัย วงศ์ รัตน์ ไชย มณี พรหม อินทร์ สิงห์ ขวัญ นิล เกื้อ หนู คง ลิ่ม ประทีป สมุทร ถลาง เจริญ ดวง'
const SURNAME_ENDINGS = 'ประดับ นุ้ย สกุล วงษ์ เกิด เรือง ช่วย รักษ์ กิจ ชู ทวี หอม สมุทร แสง ไพศาล กุล ภักดี พันธุ์ โชติ มาศ บำรุง สวัสดิ์ นาวา คีรี ชาตรี ดำรง'
const MUSLIM_SURNAME_BEGINNINGS = 'หมัด หลี สาเหล็ม บิน เจ๊ะ ยา สัน หวัง มะ เบ็ญ อา ดา'
const MUSLIM_SURNAME_ENDINGS = 'หมาด เหล็ม อาดัม หลงสมัน สะอาด โกบ ฮีม ดารา มานะ ซอ และ วงศ์อาลี'

const listed = (names: string) => names.split(' ')

/** A family's name. */
export function surname(chance: Chance, isMuslim: boolean): string {
  const [beginnings, endings] = isMuslim ? [MUSLIM_SURNAME_BEGINNINGS, MUSLIM_SURNAME_ENDINGS] : [SURNAME_BEGINNINGS, SURNAME_ENDINGS]
  return chance.pick(listed(beginnings)) + chance.pick(listed(endings))
}

/** What a person is called, by the fashion of their time. */
export function givenName(chance: Chance, sex: Sex, { isMuslim, age }: { isMuslim: boolean; age: number }): string {
  const { older, younger, muslim } = GIVEN[sex]
  if (isMuslim) return chance.pick(listed(muslim))
  return chance.pick(listed(age >= 45 ? older : younger))
}

export function titleOf(chance: Chance, sex: Sex, age: number): string {
  if (age < 15) return sex === 'female' ? 'เด็กหญิง' : 'เด็กชาย'
  if (sex === 'male') return 'นาย'
  return chance.happens(age < 25 ? 0.1 : 0.75) ? 'นาง' : 'นางสาว'
}

const COMMUNITIES = listed('ต้นไทร ริมคลอง หลังวัด สวนมะพร้าว หัวถนน ท่าเรือเก่า ชายเล บ่อน้ำ ตลาดเหนือ ตลาดใต้ เชิงเขา ต้นโพธิ์ ศาลเจ้า โคกสูง ปากทาง ริมหาด สะพานไม้ บ้านสวน หัวแหลม ทุ่งนา')

/** Centres by village, or in a town by community. */
export function centreNames(chance: Chance, { villages, isTown }: { villages: number; isTown?: boolean }): string[] {
  if (!isTown) return Array.from({ length: villages }, (_, at) => `ศูนย์ประสานงานหมู่ที่ ${at + 1}`)
  const from = chance.whole(0, COMMUNITIES.length - 1)
  return Array.from({ length: villages }, (_, at) => `ชุมชน${COMMUNITIES[(from + at) % COMMUNITIES.length]}`)
}
