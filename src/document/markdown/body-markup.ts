/** Converts the tokens of a body to markup, with line ends between blocks like those of markdown-it. */

import { element, emptyElement, textMarkup } from "../../base/text/markup.ts";
import type { Markup, MarkupPart } from "../../base/text/markup.ts";
import type { PublishedPicture } from "../../base/picture/published-picture.ts";
import { piecesMarkup } from "../../compute/phrase/markup.ts";
import type { FigureLink } from "../../compute/phrase/markup.ts";
import { plainText } from "../../compute/phrase/piece.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { ComputedResult } from "../computed-block.ts";
import { pictureMarkup, pictureSource } from "./picture-element.ts";
import type { Token } from "./tokens.ts";

export interface Shown {
  /** The pieces of the expressions, by their numbers. */
  readonly pieces: readonly (readonly Piece[] | undefined)[];
  /** The published form of a picture, by its source. */
  readonly published: (source: string) => PublishedPicture | undefined;
  /** The links of figures, except of those inside another link. */
  readonly link?: FigureLink | undefined;
}

const lineEnd = textMarkup("\n");

export function bodyMarkup(tokens: readonly Token[], shown: Shown): MarkupPart[] {
  return tokens.flatMap((token, at): Markup => {
    if (token.type === "inline") return inlineMarkup(token.children ?? [], shown);
    if (token.type !== "computed_block") return tagMarkup(tokens, at);
    const { result } = token.meta as { readonly result: ComputedResult | undefined };
    return result === undefined ? [] : [...result.markup(shown.link), lineEnd];
  });
}

function inlineMarkup(tokens: readonly Token[], { pieces, published, link }: Shown): MarkupPart[] {
  let isInLink = false;
  return tokens.flatMap((token, at): Markup => {
    switch (token.type) {
      case "text":
      case "softbreak":
        return token.content === "" ? [] : [textMarkup(token.content)];
      case "hardbreak":
        return [emptyElement("br"), lineEnd];
      case "expression":
        return piecesMarkup(printed(token, pieces), isInLink ? undefined : link);
      case "list_marker":
        return [...element("span", { class: "marker" }, token.content), textMarkup(" ")];
      case "image": {
        const picture = published(pictureSource(token.attrGet("src") ?? ""));
        return pictureMarkup(token, alternativeText(token, pieces), picture);
      }
      default:
        if (token.type.startsWith("link_")) isInLink = token.nesting > 0;
        return tagMarkup(tokens, at);
    }
  });
}

function printed(token: Token, pieces: Shown["pieces"]): readonly Piece[] {
  return pieces[(token.meta as { readonly index: number }).index] ?? [];
}

function alternativeText(token: Token, pieces: Shown["pieces"]): string {
  switch (token.type) {
    case "image":
      return (token.children ?? []).map((child) => alternativeText(child, pieces)).join("");
    case "expression":
      return plainText(printed(token, pieces));
    case "hardbreak":
      return "\n";
    default:
      return token.type === "text" ? token.content : "";
  }
}

function tagMarkup(tokens: readonly Token[], at: number): Markup {
  const token = tokens[at];
  if (token === undefined || token.hidden) return [];
  const { tag, nesting, block } = token;
  const attributes = token.attrs ?? [];
  const next = tokens[at + 1];
  // A paragraph of a tight list has no tags, but its text ends before a following block.
  const isBehindHidden = block && nesting !== -1 && tokens[at - 1]?.hidden === true;
  const holdsText = next?.type === "inline" || next?.hidden === true || (next?.nesting === -1 && next.tag === tag);
  const endsLine = block && !(nesting === 1 && next !== undefined && holdsText);
  return [
    ...(isBehindHidden ? [lineEnd] : []),
    nesting < 0 ? { kind: "close", tag } : { kind: nesting > 0 ? "open" : "empty", tag, attributes },
    ...(endsLine ? [lineEnd] : []),
  ];
}
