/** The words around what children said, in English. */
export const childrenContent = {
  title: 'What children said',
  intro: (schools: string, classes: string) => `Children of ${schools} answered in ${classes}.`,
  schools: (count: string, one: boolean) => `${count} ${one ? 'school' : 'schools'}`,
  classes: (count: string, one: boolean) => `${count} ${one ? 'class' : 'classes'}`,
  response: (answered: string, asked: string, rate: string) => `We have ${answered} answers from ${asked} children (${rate}).`,
  twice: 'No child signs in. Only the size of the class stops a child from answering twice.',
  rounded: 'We show how many of a hundred chose each answer, to the nearest five. They may not add up to a hundred.',
  caption: (statement: string) => `How many of a hundred children chose each answer: ${statement}`,
  answer: 'Answer',
  share: 'Of a hundred',
  n: (n: string) => `Answers: ${n}.`,
  withheld: {
    'few-answers': 'Fewer than 10 answers, so we show none of them.',
    'few-schools': 'Answers of fewer than 3 schools, so we show none of them.',
    'shares-tell': 'We do not show who chose what, because few children chose some of the answers.',
  },
  kept: (version: number) => `As in version ${version}. Fewer than 10 answers came since.`,
};
