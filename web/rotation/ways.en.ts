/** What leads to the pages of a rotation, in English: apart, so that other pages carry no more than this. */
export const rotationWays = {
  fromEvent: 'Rotation plan, cards and rescue',
  cards: 'Rotation cards',
  fromOffer: 'Who is where when: your cards for the rotation',
};
