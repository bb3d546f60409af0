import type { Fix } from "./problem.ts";

/** The text with the edits made; they are in order and do not overlap. */
export function splice(text: string, edits: readonly Fix[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, replacement } of edits) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
