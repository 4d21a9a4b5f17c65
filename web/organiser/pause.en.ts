/** What every organiser’s page says while mails do not go, in English. Apart, as every such page carries it. */
export const pauseContent = {
  title: 'Emails are held',
  draftTitle: 'This edition is a draft',
  draft: 'Nothing is mailed from a draft. Its emails wait in the outbox, where you can read each as its reader would.',
  confirmations: 'Emails about places wait in the outbox until you send them.',
  all: 'Emails wait in the outbox until you send them. Only what people have just asked for goes at once.',
  refusedTitle: 'Emails are not going out',
  refused: (moment: string) =>
    `The mail provider has refused our emails since ${moment}. We try again by ourselves, and nothing is lost.`,
  see: 'See the outbox',
};
