/** Quotes, and splitting a text at marks outside of them. */

export const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["'", "'"],
  ["‘", "’"],
]);

const brackets = new Map([
  ["(", 1],
  ["（", 1],
  [")", -1],
  ["）", -1],
]);

export interface Part {
  readonly text: string;
  /** Offset of the part within the text that `offset` counts from. */
  readonly start: number;
}

/**
 * Splits at any character of `marks` outside quotes and, if `isExpression`, outside brackets. An opening quote without a closing one
 * is an ordinary character.
 */
export function splitOutside(text: string, marks: string, offset = 0, isExpression = false): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    const closing = quotes.get(character);
    const end = closing === undefined ? -1 : text.indexOf(closing, at + 1);
    if (isExpression) depth = Math.max(0, depth + (brackets.get(character) ?? 0));
    if (end >= 0) at = end;
    else if (depth === 0 && marks.includes(character)) {
      parts.push({ text: text.slice(start, at), start: offset + start });
      start = at + 1;
    }
  }
  parts.push({ text: text.slice(start), start: offset + start });
  return parts;
}

/** The text without space around it and without the quotes that enclose it. */
export function unquoted(text: string): string {
  const trimmed = text.trim();
  const closing = quotes.get(trimmed[0] ?? "");
  return closing !== undefined && trimmed.length > 1 && trimmed.endsWith(closing) ? trimmed.slice(1, -1) : trimmed;
}
