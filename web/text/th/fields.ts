export const fields = {
  less: (step: string, unit: string) => `ลด ${step} ${unit}`.trim(),
  more: (step: string, unit: string) => `เพิ่ม ${step} ${unit}`.trim(),
  day: 'วันที่',
  month: 'เดือน',
  year: 'ปี พ.ศ.',
  chooseMonth: 'เลือกเดือน',
  years: 'ปี',
  months: 'เดือน',
  days: 'วัน',
}
