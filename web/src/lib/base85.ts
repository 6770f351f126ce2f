/** The digits, as RFC 1924 has them, but for `,` in place of `<`, with which an element could end. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";

/**
 * Decode text in base 85, as `base64.b85encode` of Python writes it: five digits are four bytes, a sixth less than in
 * base 64. What isn't a digit counts as one, at the end as the last, as it does there.
 */
export function decode85(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) values[DIGITS.charCodeAt(i)] = i;
  const value = (index: number): number => values[text.charCodeAt(index)] ?? 84;
  const groups = Math.ceil(text.length / 5);
  const words = new DataView(new ArrayBuffer(4 * groups));
  for (let group = 0, i = 0; group < groups; group++, i += 5) {
    const high = (value(i) * 85 + value(i + 1)) * 85 + value(i + 2);
    words.setUint32(4 * group, (high * 85 + value(i + 3)) * 85 + value(i + 4));
  }
  return new Uint8Array(words.buffer, 0, Math.floor((text.length * 4) / 5));
}
