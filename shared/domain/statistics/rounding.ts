/**
 * A quotient to so many decimals (0 to 6), half up, decided on integers so that 4.785 is never 4.78 for want of binary
 * digits. Both parts are whole numbers, `denominator` above zero, `numerator` not below.
 */
export function roundedQuotient(numerator: number, denominator: number, decimals = 2): number {
  const scale = 10 ** decimals;
  return Math.floor((2 * scale * numerator + denominator) / (2 * denominator)) / scale;
}

/** A number as it is printed, to so many decimals, half up; for what is not a quotient of whole numbers. */
export function rounded(value: number, decimals = 2): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale + Number.EPSILON) / scale;
}
