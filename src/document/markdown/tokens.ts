/** The token types of markdown-it, derived from its class, because its two sets of declarations are incompatible. */

import type MarkdownIt from "markdown-it";

export type Token = ReturnType<MarkdownIt["parse"]>[number];
export type StateBlock = Parameters<Parameters<MarkdownIt["block"]["ruler"]["push"]>[1]>[0];
export type StateCore = Parameters<Parameters<MarkdownIt["core"]["ruler"]["push"]>[1]>[0];
export type StateInline = Parameters<Parameters<MarkdownIt["inline"]["ruler"]["push"]>[1]>[0];
