/** The words around the children's questions, in English, for readers of seven. */
export const pupilsContent = {
  of: (page: number, pages: number) => `${page} of ${pages}`,
  chosen: 'you chose this',
  back: 'Back',
  skip: 'Skip',
  next: 'Next',
  read: 'Read it to me',
  kept: 'There is no network now. We keep it and send it later. Leave this page open.',
  refused: 'Tell your teacher. This was not sent.',
  wrongOwnCode: 'This is no code of your class. Look at it again',
  ownCode: { title: 'Type in your own code', label: 'Your own code', hint: 'It is on your card. It has four letters.', go: 'Go' },
  askCode: { title: 'Type in your code', label: 'Code', hint: 'Your teacher shows it to you.', go: 'Go' },
  thanks: {
    title: 'Thank you!',
    give: 'Now it is the next child’s turn.',
    next: 'Next child',
    about: 'What we do with what you said',
  },
  unknown: {
    title: 'We do not know this code',
    advice: 'Look at the code again, or ask your teacher.',
    again: 'Type in the code',
  },
  closed: { title: 'This class has finished', advice: 'Tell your teacher.' },
  full: { title: 'All the answers are in', advice: 'Tell your teacher.' },
  teacher: 'Teachers: you can change this on your page of the class. The link in our emails to your school leads to it.',
};
