import type { Category } from './pack.ts'
import type { Text } from './text.ts'

/** The chapter of a written regulation that holds a kind of welfare. */
export const CHAPTERS: Record<Category, Text> = {
  newborn: { th: 'สวัสดิการเด็กแรกเกิดและการคลอดบุตร', en: 'Newborns and childbirth' },
  sickness: { th: 'สวัสดิการเมื่อเจ็บป่วย', en: 'Sickness' },
  elderly: { th: 'สวัสดิการผู้สูงอายุ', en: 'Old age' },
  death: { th: 'สวัสดิการเมื่อเสียชีวิต', en: 'Death' },
  funeral: { th: 'สวัสดิการงานศพ', en: 'Funerals' },
  disability: { th: 'สวัสดิการคนพิการและผู้ด้อยโอกาส', en: 'Disability and disadvantage' },
  occupation: { th: 'สวัสดิการส่งเสริมอาชีพ', en: 'Work and occupation' },
  education: { th: 'สวัสดิการการศึกษา', en: 'Education' },
  culture: { th: 'สวัสดิการด้านประเพณีและวัฒนธรรม', en: 'Tradition and culture' },
  housing: { th: 'สวัสดิการที่อยู่อาศัย', en: 'Housing' },
  disaster: { th: 'สวัสดิการเมื่อประสบภัย', en: 'Disaster' },
  environment: { th: 'สวัสดิการด้านสิ่งแวดล้อม', en: 'Environment' },
  marriage: { th: 'สวัสดิการเมื่อแต่งงาน', en: 'Marriage' },
  ordination: { th: 'สวัสดิการเมื่ออุปสมบท', en: 'Ordination' },
  conscription: { th: 'สวัสดิการผู้เข้ารับราชการทหาร', en: 'Conscription' },
  carer: { th: 'สวัสดิการผู้ดูแลคนป่วย', en: 'Carers' },
  other: { th: 'สวัสดิการอื่น', en: 'Other benefits' },
}
