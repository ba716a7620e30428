/** A ratio as two whole numbers, so that the rials rounded from it are exact. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** The fraction that a decimal number says: 0.35 is 35/100, and not the nearest binary number. */
export function decimalFraction(value: number): Fraction {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const scale = decimals.length - Number(exponent);
  const numerator = BigInt(whole + decimals);
  return scale >= 0
    ? { numerator, denominator: 10n ** BigInt(scale) }
    : { numerator: numerator * 10n ** BigInt(-scale), denominator: 1n };
}

/** `a` divided by `b`; `b` is not 0. */
export function divided(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator };
}

export function ratioOf({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}

/**
 * Whole rials × a fraction, rounded half up, never through a floating number.
 * Worked example: 90 × 35/100 = 31.5 → 32, where 90 * 0.35 is 31.499999999999996.
 */
export function rialPart(rial: number, { numerator, denominator }: Fraction): number {
  return Number((2n * BigInt(rial) * numerator + denominator) / (2n * denominator));
}
