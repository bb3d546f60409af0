import type { Fix } from "./problem.ts";

/** Applies edits, which must be in order and must not overlap. */
export function splice(text: string, edits: readonly Fix[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, replacement } of edits) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
