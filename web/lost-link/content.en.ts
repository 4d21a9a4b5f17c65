/** The words of the page for people who lost their link, in English. */
export const lostLinkContent = {
  title: 'Get a new link',
  lead: 'Have you signed up and cannot find our email? We send you a new link.',
  email: 'Your email address',
  emailHint: 'The address you signed up with, or were handed your school at.',
  send: 'Send me a link',
  sentTitle: 'Look in your inbox',
  sent: 'If this address has signed up, a new link is on its way to it.',
  wait: 'It takes a few minutes at most. Look in your spam or junk folder too.',
  other: 'Nothing came? Then you may have used another address. Try that one, or ask the organiser.',
  again: 'Try another address',
};
