/** The words about drafts of events, in English. */
export const draftWords = {
  legend: 'Is it ready?',
  keep: 'Keep it as a draft',
  keepHint: 'Nobody is told of a draft. Offer it when it is ready.',
  way: 'Offer this draft, or drop it',
  title: (event: string) => `Offer “${event}”?`,
  told: 'Who is asked by email whether they can come',
  what: 'From then on schools can be booked, and the host sees it on its page.',
  nobody: 'It is a draft, so nobody is told.',
  already: 'This event is offered already.',
  button: 'Offer it',
  drop: 'Or drop the draft',
  dropAdvice: 'It is removed, and nobody hears of it.',
  dropButton: 'Drop the draft',
  back: 'Keep it as a draft',
};
