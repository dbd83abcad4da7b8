export const reading = {
  letters: 'ตัวอักษร',
  sizes: { normal: 'ปกติ', large: 'ใหญ่', largest: 'ใหญ่มาก' },
  otherLanguage: 'English',
}
