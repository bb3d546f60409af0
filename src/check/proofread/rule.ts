import type { Severity } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import type { Block } from "./block.ts";

/** `off` silences a rule. */
export type Level = Severity | "off";

/** What an editor reads about a rule: in the handbook, in the settings, in completion. */
export interface RuleInfo {
  /** Stable, as it stands in `Problem.code` and in the settings. */
  readonly id: string;
  /** In Chinese, a few words. */
  readonly name: string;
  readonly level: Severity;
  /** Whether the rule offers a safe mend, at least in its plain cases. */
  readonly fixable: boolean;
  /** In Chinese: what it finds, and why. */
  readonly explanation: string;
  /** A phrase the rule reports, and the same phrase mended. */
  readonly example: { readonly wrong: string; readonly right: string };
  /** The clause or the custom the rule rests on, in Chinese. */
  readonly basis: string;
}

/** A replacement of `block.text.slice(start, end)`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** What a rule found in a block; positions are indices of `block.text`. */
export interface Finding {
  readonly start: number;
  readonly message: string;
  readonly hint?: string;
  /** The safe mend, in order and without overlap. */
  readonly edits?: readonly Edit[];
}

/** A form the office has settled. */
export interface TermRule {
  readonly right: string;
  readonly wrong: readonly string[];
  /** In Chinese, added to the hint. */
  readonly note?: string;
  /** `mixed` reports a wrong form only in an article that also has the right one (同一机构两种写法). Default `always`. */
  readonly when?: "always" | "mixed";
}

export interface Context {
  readonly blocks: readonly Block[];
  /** The index of the block in `blocks`. */
  readonly index: number;
  readonly terms: readonly TermRule[];
}

/** Looks at the prose, block by block. */
export interface ProseRule extends RuleInfo {
  find(block: Block, context: Context): Finding[];
}

/** Looks at every character of the file; positions are offsets of the source. */
export interface SourceRule extends RuleInfo {
  scan(source: SourceText): Finding[];
}

/** A quotation of the text, short enough for a message. */
export function quote(text: string): string {
  return text.length > 20 ? `“${text.slice(0, 20)}…”` : `“${text}”`;
}
