/** Patterns made of words from data: names of units, measures. */

/** Escapes a word for use in a regular expression. */
export function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Matches any of the words, preferring the longest: 冷水滩区, not 冷水滩. An empty list matches nothing. */
export function anyOf(words: Iterable<string>): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(sorted.length === 0 ? "(?!)" : sorted.join("|"), "g");
}
