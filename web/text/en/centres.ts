import type { centres as thai } from '../th/centres.ts'

export const centres: typeof thai = {
  title: 'Centres',
  intro: 'Where members bring their money and forms, such as the centre of village 3',
  none: 'There is no centre yet',
  noneYet: 'A fund that collects in one place needs none.',
  members: (count) => (count === 1 ? 'See its 1 member' : `See its ${count.toLocaleString('en')} members`),
  nobody: 'no members yet',
  rename: 'Rename',
  renamed: (name) => `New name of ${name}`,
  saveName: 'Save the name',
  open: 'Add a centre',
  name: 'Name of the centre',
  nameHint: 'such as: Centre of village 3',
  cannot: 'This cannot be saved yet',
  saving: 'Saving…',
}
