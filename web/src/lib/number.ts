/** The number in the text of a number input, null where there is none. */
export function numberIn(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}
