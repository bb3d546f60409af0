/** Patterns made of words that are data: names of units, measures. */

/** The word as it stands, in a regular expression. */
export function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Each place where one of the words stands, the longest there is: 冷水滩区, not 冷水滩. No words are found nowhere. */
export function anyOf(words: Iterable<string>): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(sorted.length === 0 ? "(?!)" : sorted.join("|"), "g");
}
