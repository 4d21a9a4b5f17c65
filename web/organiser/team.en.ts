/** What each role on the team is called, in English. */
export const roleNames = {
  coordinator: 'Coordinator',
  safeguarding: 'Safeguarding lead',
  publisher: 'Publisher',
  admin: 'Admin',
};

/** The words of the page of an edition's organisers, in English. */
export const teamContent = {
  title: 'Team',
  intro: 'Everybody on the team sees all of this edition. Roles say who may change things.',
  name: 'Email address',
  may: 'May',
  onlyView: 'View only',
  roleHints: {
    coordinator: 'Approves, books, sends messages and imports',
    safeguarding: 'Decides when a volunteer reaches the safeguarding line',
    publisher: 'Publishes the report that somebody else prepared',
    admin: 'Invites organisers and changes the edition’s settings',
  },
  change: (email: string) => `Change what ${email} may do`,
  save: 'Save roles',
  remove: 'Take off the team',
  removeHidden: (email: string) => `: ${email}`,
  invite: 'Invite an organiser',
  email: 'Email address they will sign in with',
  rolesLabel: 'Roles (optional)',
  rolesHint: 'Without a role they can view, and change nothing.',
  send: 'Invite',
  notAdmin: 'An admin of this edition can change the team.',
  draft: 'A draft mails nobody. Tell them yourself that they are invited: they can sign in at once.',
};
