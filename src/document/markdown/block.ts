/** Parses `::: 名称 …` blocks: letters, signatures, notes. (块) */

import type MarkdownIt from "markdown-it";
import type { StateBlock } from "./tokens.ts";

/** A kind of block that contains ordinary Markdown. */
export interface BlockKind {
  readonly name: string;
  /** HTML element and class around the content. */
  readonly tag: "section" | "aside" | "div" | "blockquote";
  readonly className: string;
  /** Whether the words after the name are a title (感谢信 of a letter). */
  readonly titled: boolean;
}

const blockKinds: ReadonlyMap<string, BlockKind> = new Map(
  [
    { name: "信函", tag: "section", className: "letter", titled: true } as const,
    { name: "落款", tag: "div", className: "signature", titled: false } as const,
    { name: "按语", tag: "aside", className: "editors-note", titled: false } as const,
    { name: "引文", tag: "blockquote", className: "quotation", titled: false } as const,
    { name: "居中", tag: "div", className: "centred", titled: false } as const,
  ].map((kind) => [kind.name, kind]),
);

/** An error in a block marker; `line` counts from 0 within the body. */
interface BlockFault {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

/** The data of the block rule in the markdown-it environment. */
export interface BlockEnvironment {
  readonly faults: BlockFault[];
  /** Names of computed blocks (tables, charts), whose lines are not Markdown. */
  readonly computed: ReadonlySet<string>;
}

const marker = /^[ ]{0,3}(?::{3,}|：{3,})[ \t]*([^\s:：]*)[ \t]*(.*?)[ \t]*$/;

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]).replace(/\r$/, "");
}

/** Registers the block rule. A marker with a name opens a block; one without closes the innermost. */
export function blocks(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    "fence",
    "bulletin_block",
    (state, start, end, silent) => {
      const opening = marker.exec(lineAt(state, start));
      if (opening === null) return false;
      if (silent) return true;
      const environment = state.env as BlockEnvironment;
      const [, name = "", argument = ""] = opening;
      if (name === "") {
        environment.faults.push({
          line: start,
          message: "这个 ::: 前面没有要结束的块",
          hint: "请删去这一行，或在前面补上开头，如“::: 信函 感谢信”。",
        });
        state.line = start + 1;
        return true;
      }
      let depth = 1;
      let close = start + 1;
      for (; close < end; close++) {
        const inner = marker.exec(lineAt(state, close));
        if (inner === null) continue;
        depth += inner[1] === "" ? -1 : 1;
        if (depth === 0) break;
      }
      if (depth > 0) {
        environment.faults.push({
          line: start,
          message: `“::: ${name}”没有结束`,
          hint: "请在这一块的末尾另起一行写“:::”。",
        });
        close = end;
      }
      const kind = blockKinds.get(name);
      if (environment.computed.has(name)) {
        const token = state.push("computed_block", "", 0);
        token.info = name;
        token.content = argument;
        token.map = [start, close];
        token.block = true;
        token.meta = { lines: Array.from({ length: close - start - 1 }, (_, at) => lineAt(state, start + 1 + at)) };
      } else if (kind === undefined) {
        const known = [...blockKinds.keys(), ...environment.computed];
        environment.faults.push({
          line: start,
          message: `没有“${name}”这种块`,
          hint: `可以写：${known.map((other) => `::: ${other}`).join("、")}。`,
        });
      } else {
        parseInside(state, kind, argument, start, close);
      }
      state.line = Math.min(close + 1, end);
      return true;
    },
    { alt: ["paragraph", "blockquote", "list"] },
  );
}

function parseInside(state: StateBlock, kind: BlockKind, argument: string, start: number, close: number): void {
  const open = state.push("bulletin_block_open", kind.tag, 1);
  open.attrSet("class", kind.className);
  open.map = [start, close];
  open.block = true;
  open.meta = { kind };
  if (kind.titled && argument !== "") {
    const heading = state.push("heading_open", "h4", 1);
    heading.attrSet("class", `${kind.className}-title`);
    heading.map = [start, start + 1];
    const inline = state.push("inline", "", 0);
    inline.content = argument;
    inline.map = [start, start + 1];
    inline.children = [];
    state.push("heading_close", "h4", -1);
  }
  const { lineMax, parentType } = state;
  state.lineMax = close;
  state.md.block.tokenize(state, start + 1, close);
  state.lineMax = lineMax;
  state.parentType = parentType;
  state.push("bulletin_block_close", kind.tag, -1).block = true;
}
