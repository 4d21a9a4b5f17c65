/** The words of the live figures, in English. */
export const impactContent = {
  headline: {
    schools: { one: 'school took part', many: 'schools took part' },
    hosts: { one: 'of them hosted an event', many: 'of them hosted an event' },
    organisations: { one: 'organisation gave sessions', many: 'organisations gave sessions' },
    pupilsFaceToFace: { one: 'pupil counted at sessions face to face', many: 'pupils counted at sessions face to face' },
    pupilsOnline: { one: 'pupil counted at sessions online', many: 'pupils counted at sessions online' },
  },
  table: {
    caption: 'Answers of schools',
    statement: 'Statement',
    mean: 'Mean',
    n: 'Answers',
    invited: 'Schools asked',
    rate: 'Response',
    nobody: 'no answers',
    notAsked: 'nobody asked',
  },
  adults: {
    volunteers: { caption: 'Answers of visitors', invited: 'Visits asked about' },
    parents: { caption: 'Answers of parents and carers', invited: 'Children whose parents were asked' },
    hidden: 'not shown',
  },
};
