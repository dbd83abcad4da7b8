import type { Category } from '../../../plugins/kit/pack.ts'

/** The kinds of welfare, short enough to stand beside an icon. */
export const categories: Record<Category, string> = {
  newborn: 'เกิด',
  sickness: 'เจ็บป่วย',
  elderly: 'สูงอายุ',
  death: 'เสียชีวิต',
  funeral: 'งานศพ',
  disability: 'พิการ',
  occupation: 'อาชีพ',
  education: 'การศึกษา',
  culture: 'ประเพณี',
  housing: 'ที่อยู่อาศัย',
  disaster: 'ภัยพิบัติ',
  environment: 'สิ่งแวดล้อม',
  marriage: 'แต่งงาน',
  ordination: 'บวช',
  conscription: 'เกณฑ์ทหาร',
  carer: 'ผู้ดูแลคนป่วย',
  other: 'อื่น ๆ',
}
