import type { Term } from "../../model/bulletin.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import type { Finding as FindingAt, Rule, RuleInfo } from "../rule.ts";
import type { Block } from "./block.ts";

/** A rule of copy-editing or of privacy. */
export interface CopyRuleInfo extends RuleInfo {
  /** Whether the rule offers a safe mend, at least in its plain cases. */
  readonly fixable: boolean;
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

/** Positions are indices of the text that a rule is given. */
export type Finding = FindingAt<{
  readonly start: number;
  /** The safe mend, in order and without overlap. */
  readonly edits?: readonly Edit[];
}>;

/** That what stands from `start` to `end` ought to be `right`. */
export function replacing(start: number, end: number, right: string, message: string, hint: string): Finding {
  return { start, message, hint, edits: [{ start, end, replacement: right }] };
}

export interface Context {
  readonly blocks: readonly Block[];
  /** The index of the block in `blocks`. */
  readonly index: number;
  /** Forms that the office has settled. */
  readonly terms: readonly Term[];
}

/** Looks at the prose, block by block. */
export type ProseRule = Rule<[block: Block, context: Context], Finding, CopyRuleInfo>;

/** Looks at every character of a file. */
export type SourceRule = Rule<[source: SourceText], Finding, CopyRuleInfo>;

/** A quotation of the text, short enough for a message. */
export function quote(text: string): string {
  return text.length > 20 ? `“${text.slice(0, 20)}…”` : `“${text}”`;
}
