/**
 * Words that name a child's condition or treatment, not what a visit needs. Few and plain on purpose: a box that refuses
 * ordinary sentences is a box that people go round.
 */
const medical =
  /\b(?:diagnos(?:is|ed)|medications?|epi-?pens?|epilep(?:sy|tic)|asthma(?:tic)?|diabet(?:es|ic)|anaphyla(?:xis|ctic)|autis(?:m|tic)|adhd|inhalers?|insulin|seizures?|cystic fibrosis|cerebral palsy|crohn[’']?s)\b/i;

/** What is said of a free text with medical details: nothing here can keep them encrypted, so they are not kept at all. */
export const leaveMedicalOut =
  'Leave medical details out: we do not keep them. Say what is needed, like “a quiet room”, and telephone the organiser';

/** Whether a free text seems to hold medical details of a child. */
export function seemsMedical(text: string): boolean {
  return medical.test(text);
}
