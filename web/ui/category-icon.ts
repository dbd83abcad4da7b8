import type { Category } from '../../plugins/kit/pack.ts'
import type { IconName } from './icon.tsx'

/** The drawing beside each kind of welfare. No coffin; nothing that stands for one faith where many live together. */
export const categoryIcon: Record<Category, IconName> = {
  newborn: 'baby',
  sickness: 'bed',
  elderly: 'flower-lotus',
  death: 'heart',
  funeral: 'heart',
  disability: 'wheelchair',
  occupation: 'briefcase',
  education: 'graduation-cap',
  culture: 'users-three',
  housing: 'house',
  disaster: 'flame',
  environment: 'plant',
  marriage: 'users-three',
  ordination: 'users-three',
  conscription: 'scroll',
  carer: 'hand-heart',
  other: 'hand-coins',
}
