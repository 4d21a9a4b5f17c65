/**
 * The scales that statements are answered on, lowest first: an answer is kept as its place, from 1. A scale's words are part
 * of the instruments that use it. Children's scales are never merged with an adult's.
 */
export const scales = {
  /** Likert, R. (1932), “A technique for the measurement of attitudes”, Archives of Psychology 140. */
  agreement: { words: ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'] },
  /**
   * Five degrees, all of them happy, for children hardly ever choose a sad face: Hall, L., Hume, C. and Tazzyman, S. (2016),
   * “Five Degrees of Happiness”, Proceedings of Interaction Design and Children, 311–321.
   */
  happiness: { words: ['OK', 'Good', 'Really good', 'Great', 'Brilliant'] },
  /** Again, again: Read, J. C. and MacFarlane, S. (2006), “Using the Fun Toolkit”, Interaction Design and Children, 81–88. */
  again: { words: ['No', 'Maybe', 'Yes'] },
  sure: { words: ['No', 'Not sure', 'Yes'] },
  skill: { words: ['I am new to it', 'I am getting better', 'I am good at it', 'I am very good at it'] },
  /** A whole number that the child counted. */
  count: { words: [] },
} as const satisfies Record<string, { readonly words: readonly string[] }>;
export type ScaleName = keyof typeof scales;
