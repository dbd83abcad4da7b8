import type { guests as thai } from '../th/guests.ts'

export const guests: typeof thai = {
  invite: 'Invite the network to look at this draft',
  inviteIntro: 'Officers of the provincial network can then read this draft and help to write it, without seeing anything of your members.',
  may: 'The network may',
  mayList: ['read and change this draft; each change bears a name and can be undone', 'see the example people, and propose more'],
  mayNot: 'It does not see, and may not',
  mayNotList: ['see members, contributions, claims, or what the draft would have made of past claims', 'see other drafts or anything else of the fund', 'put the draft to a meeting, put it in force, or withdraw it'],
  until: 'You can end it at any time. It ends by itself once the draft is put in force or withdrawn.',
  inviteNow: 'Invite the network',
  invited: (day) => `The network has been looking at this draft since ${day}`,
  end: 'End the invitation',
  ofNetwork: (name) => `${name} of the network`,
  byNetwork: 'Proposed by the network',

  guest: 'You are here for the network',
  guestIntro: 'You see this draft and the example people, and no member, claim or money of the fund. What you change bears your name.',
  committeeDecides: 'The fund’s committee puts it to the meeting and in force.',
  toNetwork: 'Back to the network',
  ended: 'This fund invites you into no draft',
  endedWhy: 'It has ended the invitation, or the draft was put in force or withdrawn. What you changed is still with the fund.',

  drafts: 'Drafts you are invited into',
  by: (name, day) => `${name} invited you on ${day}`,
}
