import type { categories as thai } from '../th/categories.ts'

export const categories: typeof thai = {
  newborn: 'birth',
  sickness: 'sickness',
  elderly: 'old age',
  death: 'death',
  funeral: 'funeral',
  disability: 'disability',
  occupation: 'work',
  education: 'education',
  culture: 'culture',
  housing: 'housing',
  disaster: 'disaster',
  environment: 'environment',
  marriage: 'marriage',
  ordination: 'ordination',
  conscription: 'conscription',
  carer: 'carers',
  other: 'other',
}
