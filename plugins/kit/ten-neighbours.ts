import type { StandardNeighbour } from './standard-neighbour.ts'

/** Ten people whom nobody has met, in whom a committee knows its own neighbours. Money in satang. A network may write others. */
export const tenNeighbours: readonly StandardNeighbour[] = [
  {
    id: 'daeng', name: { th: 'ป้าแดง', en: 'Auntie Daeng' }, about: { th: '67 ปี เป็นสมาชิก 12 ปี', en: '67, a member for 12 years' },
    facts: { memberBornOn: { ago: { years: 67 } }, joinedOn: { ago: { years: 12, months: 2 } }, appliedOn: { ago: { years: 12, months: 2 } }, approvedOn: { ago: { years: 12, months: 2 } }, paidFrom: { ago: { years: 12, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['female'], contributionsPaid: 438_000, matchedBalance: 438_000, shares: 438_000 },
    events: {
      sickness: { about: { th: 'นอน 4 คืน', en: '4 nights' }, answers: { admittedOn: { ago: { days: 11 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      elderly: { about: { th: 'เงินประจำปี', en: 'this year’s gift' }, answers: { collectedBy: ['member'] } },
      death: { about: { th: 'เสียชีวิต', en: 'dies' }, answers: { claimant: ['named'], relation: ['member'] } },
      disaster: { about: { th: 'บ้านเสียหายหนัก', en: 'house badly damaged' }, answers: { damage: ['badly'], homeGranted: false } },
      carer: { about: { th: 'ดูแลผู้ป่วยติดเตียง 4 ครั้ง', en: 'visits the bedridden 4 times' }, answers: { visits: 4, bedridden: true } },
    },
  },
  {
    id: 'muk', name: { th: 'น้องมุก', en: 'Muk' }, about: { th: '31 ปี เป็นสมาชิก 1 ปี คลอดบุตรคนแรก', en: '31, a member for a year, first child' },
    facts: { memberBornOn: { ago: { years: 31 } }, joinedOn: { ago: { years: 1, months: 2 } }, appliedOn: { ago: { years: 1, months: 2 } }, approvedOn: { ago: { years: 1, months: 2 } }, paidFrom: { ago: { years: 1, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['female'], contributionsPaid: 36_500, matchedBalance: 36_500, shares: 36_500 },
    events: {
      newborn: { about: { th: 'คลอดบุตร', en: 'has a child' }, answers: { parent: ['mother'], children: 1, deliveryNights: 2, collectedBy: ['member'] } },
      sickness: { about: { th: 'นอน 2 คืน', en: '2 nights' }, answers: { admittedOn: { ago: { days: 9 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      marriage: { about: { th: 'แต่งงาน', en: 'marries' }, answers: {} },
      death: { about: { th: 'เสียชีวิต', en: 'dies' }, answers: { claimant: ['named'], relation: ['member'] } },
    },
  },
  {
    id: 'man', name: { th: 'ลุงหมาน', en: 'Uncle Man' }, about: { th: '54 ปี เป็นสมาชิก 6 ปี นอนบ่อย', en: '54, a member for 6 years, often in hospital' },
    facts: { memberBornOn: { ago: { years: 54 } }, joinedOn: { ago: { years: 6, months: 2 } }, appliedOn: { ago: { years: 6, months: 2 } }, approvedOn: { ago: { years: 6, months: 2 } }, paidFrom: { ago: { years: 6, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['male'], contributionsPaid: 219_000, matchedBalance: 219_000, shares: 219_000 },
    events: {
      sickness: { about: { th: 'นอน 8 คืน', en: '8 nights' }, answers: { admittedOn: { ago: { days: 15 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      occupation: { about: { th: 'อบรมอาชีพ ค่าเรียน 2,500 บาท', en: 'a course for 2,500 baht' }, answers: { help: ['course'], courseCost: 250_000 } },
      death: { about: { th: 'เสียชีวิต', en: 'dies' }, answers: { claimant: ['named'], relation: ['member'] } },
      disaster: { about: { th: 'บ้านพังทั้งหลัง', en: 'house lost' }, answers: { damage: ['lost'], homeGranted: false } },
    },
  },
  {
    id: 'noi', name: { th: 'ครูน้อย', en: 'Teacher Noi' }, about: { th: '45 ปี เป็นสมาชิก 4 ปี ลูกเรียน ม.3', en: '45, a member for 4 years, a child in school' },
    facts: { memberBornOn: { ago: { years: 45 } }, joinedOn: { ago: { years: 4, months: 2 } }, appliedOn: { ago: { years: 4, months: 2 } }, approvedOn: { ago: { years: 4, months: 2 } }, paidFrom: { ago: { years: 4, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['female'], contributionsPaid: 146_000, matchedBalance: 146_000, shares: 146_000 },
    events: {
      education: { about: { th: 'ลูกจบ ม.3 เกรด 3.6', en: 'child finishes lower secondary, grade 3.6' }, answers: { stage: ['lower', 'lower-secondary'], student: ['child'], grade: 3.6 } },
      sickness: { about: { th: 'นอน 1 คืน', en: '1 night' }, answers: { admittedOn: { ago: { days: 8 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      death: { about: { th: 'เสียชีวิต', en: 'dies' }, answers: { claimant: ['named'], relation: ['member'] } },
    },
  },
  {
    id: 'chuen', name: { th: 'ยายชื่น', en: 'Grandmother Chuen' }, about: { th: '82 ปี เป็นสมาชิก 16 ปี', en: '82, a member for 16 years' },
    facts: { memberBornOn: { ago: { years: 82 } }, joinedOn: { ago: { years: 16, months: 2 } }, appliedOn: { ago: { years: 16, months: 2 } }, approvedOn: { ago: { years: 16, months: 2 } }, paidFrom: { ago: { years: 16, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['female'], contributionsPaid: 584_000, matchedBalance: 584_000, shares: 584_000 },
    events: {
      elderly: { about: { th: 'เงินประจำปี', en: 'this year’s gift' }, answers: { collectedBy: ['member'] } },
      sickness: { about: { th: 'นอน 5 คืน', en: '5 nights' }, answers: { admittedOn: { ago: { days: 12 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      death: { about: { th: 'เสียชีวิต', en: 'dies' }, answers: { claimant: ['named'], relation: ['member'] } },
    },
  },
  {
    id: 'ahmad', name: { th: 'บังอาหมัด', en: 'Ahmad' }, about: { th: '34 ปี เป็นสมาชิก 3 ปี เพิ่งเป็นพ่อ', en: '34, a member for 3 years, a new father' },
    facts: { memberBornOn: { ago: { years: 34 } }, joinedOn: { ago: { years: 3, months: 2 } }, appliedOn: { ago: { years: 3, months: 2 } }, approvedOn: { ago: { years: 3, months: 2 } }, paidFrom: { ago: { years: 3, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['male'], contributionsPaid: 109_500, matchedBalance: 109_500, shares: 109_500 },
    events: {
      newborn: { about: { th: 'คลอดบุตร', en: 'has a child' }, answers: { parent: ['father'], children: 1, deliveryNights: 0, collectedBy: ['member'] } },
      marriage: { about: { th: 'แต่งงาน', en: 'marries' }, answers: {} },
      disaster: { about: { th: 'หลังคาเสียหาย', en: 'roof damaged' }, answers: { damage: ['partly'], homeGranted: false } },
    },
  },
  {
    id: 'sak', name: { th: 'น้าศักดิ์', en: 'Sak' }, about: { th: '52 ปี เป็นสมาชิก 5 เดือน', en: '52, a member for 5 months' },
    facts: { memberBornOn: { ago: { years: 52 } }, joinedOn: { ago: { months: 5 } }, appliedOn: { ago: { months: 5 } }, approvedOn: { ago: { months: 5 } }, paidFrom: { ago: { months: 5 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['male'], contributionsPaid: 15_000, matchedBalance: 15_000, shares: 15_000 },
    events: {
      sickness: { about: { th: 'นอน 3 คืน', en: '3 nights' }, answers: { admittedOn: { ago: { days: 10 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      death: { about: { th: 'เสียชีวิต', en: 'dies' }, answers: { claimant: ['named'], relation: ['member'] } },
      ordination: { about: { th: 'อุปสมบท', en: 'is ordained' }, answers: {} },
    },
  },
  {
    id: 'samran', name: { th: 'ลุงสำราญ', en: 'Uncle Samran' }, about: { th: '60 ปี เป็นสมาชิก 9 ปี ค้างส่ง 2 งวด', en: '60, a member for 9 years, two instalments behind' },
    facts: { memberBornOn: { ago: { years: 60 } }, joinedOn: { ago: { years: 9, months: 2 } }, appliedOn: { ago: { years: 9, months: 2 } }, approvedOn: { ago: { years: 9, months: 2 } }, paidFrom: { ago: { years: 9, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 2, inTakaful: true, monthsMissed: 2, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['male'], contributionsPaid: 328_500, matchedBalance: 328_500, shares: 328_500 },
    events: {
      sickness: { about: { th: 'นอน 3 คืน', en: '3 nights' }, answers: { admittedOn: { ago: { days: 10 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      elderly: { about: { th: 'เงินประจำปี', en: 'this year’s gift' }, answers: { collectedBy: ['member'] } },
      death: { about: { th: 'เสียชีวิต', en: 'dies' }, answers: { claimant: ['named'], relation: ['member'] } },
    },
  },
  {
    id: 'ni', name: { th: 'พี่นี', en: 'Ni' }, about: { th: '29 ปี เป็นสมาชิก 2 ปี คลอดแฝด', en: '29, a member for 2 years, has twins' },
    facts: { memberBornOn: { ago: { years: 29 } }, joinedOn: { ago: { years: 2, months: 2 } }, appliedOn: { ago: { years: 2, months: 2 } }, approvedOn: { ago: { years: 2, months: 2 } }, paidFrom: { ago: { years: 2, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['female'], contributionsPaid: 73_000, matchedBalance: 73_000, shares: 73_000 },
    events: {
      newborn: { about: { th: 'คลอดบุตร', en: 'has a child' }, answers: { parent: ['mother'], children: 2, deliveryNights: 5, collectedBy: ['member'] } },
      sickness: { about: { th: 'นอน 6 คืน', en: '6 nights' }, answers: { admittedOn: { ago: { days: 13 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      education: { about: { th: 'เข้ามหาวิทยาลัยรัฐ', en: 'enters a state university' }, answers: { stage: ['higher', 'state-university'], student: ['child'], grade: 3.0 } },
    },
  },
  {
    id: 'lek', name: { th: 'น้องเล็ก', en: 'Lek' }, about: { th: '40 ปี เป็นสมาชิก 7 ปี พิการ', en: '40, a member for 7 years, disabled' },
    facts: { memberBornOn: { ago: { years: 40 } }, joinedOn: { ago: { years: 7, months: 2 } }, appliedOn: { ago: { years: 7, months: 2 } }, approvedOn: { ago: { years: 7, months: 2 } }, paidFrom: { ago: { years: 7, months: 2 } }, paidUntil: { ago: { days: 1 } }, lastPaidOn: { ago: { days: 12 } }, instalmentsMissed: 0, inTakaful: true, monthsMissed: 0, memberLevel: 1, excessArrears: false, plan: ['coop'], memberSex: ['male'], contributionsPaid: 255_500, matchedBalance: 255_500, shares: 255_500 },
    events: {
      disability: { about: { th: 'เงินประจำปี', en: 'this year’s help' }, answers: { disabilityCard: true } },
      sickness: { about: { th: 'นอน 3 คืน', en: '3 nights' }, answers: { admittedOn: { ago: { days: 10 } }, dischargedOn: { ago: { days: 7 } }, certified: true, collector: ['self'], collectedBy: ['member'] } },
      disaster: { about: { th: 'หลังคาเสียหาย', en: 'roof damaged' }, answers: { damage: ['partly'], homeGranted: false } },
      death: { about: { th: 'เสียชีวิต', en: 'dies' }, answers: { claimant: ['named'], relation: ['member'] } },
    },
  },
]
