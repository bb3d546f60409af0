import { SourceText } from "../../../../src/base/problem/source-text.ts";
import {
  checkPrivacyText,
  proofread,
  type PrivacyOptions,
  type ProofreadOptions,
} from "../../../../src/check/proofread/index.ts";

/** The findings of a body without front matter, as `line:column code`. */
export function read(body: string, options: ProofreadOptions = {}, computedBlocks = new Set<string>()): string[] {
  return proofread({ source: new SourceText("a.md", body), bodyStart: 0, computedBlocks }, options).map(
    ({ place, code }) => `${place.line}:${place.column} ${code}`,
  );
}

/** The privacy findings of a text of one line or more, as `column code`. */
export function personal(text: string, options: PrivacyOptions = {}): string[] {
  return checkPrivacyText(new SourceText("a.md", text), 0, text.length, options).map(
    ({ code, place }) => `${place.column} ${code}`,
  );
}
