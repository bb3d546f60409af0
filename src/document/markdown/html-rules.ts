/** How the tokens of a bulletin become HTML. */

import type MarkdownIt from "markdown-it";
import { plainText } from "../../compute/phrase/piece.ts";
import type { FigureLink } from "../../compute/phrase/html.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { ComputedResult } from "../computed-block.ts";
import type { BlockEnvironment } from "./block.ts";
import { escapeHtml, piecesHtml } from "./html.ts";
import { onScreens } from "./picture-element.ts";
import type { PlaceEnvironment } from "./inline-places.ts";

/** What a parse leaves for whatever is made of its tokens. */
export interface Environment extends BlockEnvironment, PlaceEnvironment {
  readonly pieces: readonly (readonly Piece[] | undefined)[];
  readonly sources: readonly string[];
  /** Where the figures lead; one within a link of the article's own stays in that. */
  readonly link?: FigureLink;
}

export function htmlRules(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules["expression"] = (tokens, at, _, env: Environment) => {
    const { index } = tokens[at]?.meta as { index: number };
    const isInLink = tokens.slice(0, at).findLast(({ type }) => type.startsWith("link_"))?.type === "link_open";
    return piecesHtml(env.pieces[index] ?? [], isInLink ? undefined : env.link);
  };
  rules["list_marker"] = (tokens, at) => `<span class="marker">${escapeHtml(tokens[at]?.content ?? "")}</span> `;
  rules["computed_block"] = (tokens, at, _, env: Environment) =>
    (tokens[at]?.meta as { result: ComputedResult | undefined }).result?.html(env.link) ?? "";
  rules["softbreak"] = (tokens, at) => tokens[at]?.content ?? "";
  const image = rules["image"];
  rules["image"] = (tokens, at, options, env: Environment, self) => {
    const token = tokens[at];
    // Alternative text is plain: expressions in it are replaced by what they print.
    for (const child of token?.children ?? []) {
      if (child.type !== "expression") continue;
      child.type = "text";
      child.content = plainText(env.pieces[(child.meta as { index: number }).index] ?? []);
    }
    const element = image?.(tokens, at, options, env, self) ?? "";
    return token === undefined ? element : onScreens(token, element);
  };
}
