/**
 * The rules that public figures keep. Sources: the disclosure rules of this programme's design (docs/decisions), which
 * follow Hundepool and others (2012), “Statistical Disclosure Control”, Wiley, chapters 4 and 5: threshold rule, secondary
 * suppression, and the interval that an intruder can work out.
 */
export const disclosureRules = {
  /** Raised with every change of a rule or a formula: a published edition says by which it was made. */
  version: 1,
  /** Fewer answers than these are not reported at all. */
  leastAnswers: 10,
  /** Answers of fewer schools than these are not reported at all. */
  leastSchools: 3,
  /** A count from 1 to one less than this is not shown. */
  leastCell: 8,
  /** What can be worked out of a hidden count must leave more than this between its two ends. */
  leastWidth: 7,
  /** A later edition counts answers anew only when at least this many have come in since. */
  leastNewAnswers: 10,
} as const;

/** Whether a count must not be shown by itself. */
export function isSmall(count: number): boolean {
  return count > 0 && count < disclosureRules.leastCell;
}
