/**
 * Turns the decimal digits of any script into 0 to 9, and the thousands marks ٬ ’ ' into commas. Empty where the text
 * does not begin with a digit.
 */
export function plainDigits(text: string): string {
  if (!/^\p{Nd}/u.test(text)) return '';
  return text.replace(/[٬’']/gu, ',').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // The digits of a script follow one another, zero first.
    for (let zero = code; zero > code - 10; zero--)
      if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    return digit;
  });
}
