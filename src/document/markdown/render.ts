/** Renders the Markdown of an article. */

import type { Place, Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import type { Markup } from "../../base/text/markup.ts";
import type { FigureLink } from "../../compute/phrase/markup.ts";
import type { Placeholder } from "../../compute/phrase/phrase.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { Scope } from "../../compute/tally/evaluate.ts";
import type { Block } from "../tree/tree.ts";
import { treeOf } from "../tree/read-tree.ts";
import { bodyMarkup } from "./body-markup.ts";
import { parseBody } from "./parse-body.ts";
import type { ComputedBlocks } from "./parse-body.ts";
import type { PublishedPicture } from "../../base/picture/published-picture.ts";
import { decodeAddress, pictureSource } from "./picture-element.ts";
import type { Token } from "./tokens.ts";

export type { ComputedBlocks } from "./parse-body.ts";

/** A picture in the text. `source`: its path relative to the folder, as typed. */
export interface PictureReference {
  readonly source: string;
  readonly alternative: string;
  readonly place: Place;
}

/** An expression with its printed pieces. */
export interface PrintedPhrase {
  readonly placeholder: Placeholder;
  readonly pieces: readonly Piece[];
}

interface RenderedBody {
  /** The markup, in which `link` makes figures links. */
  readonly markup: (link?: FigureLink) => Markup;
  /** The tree, with the place of every piece. */
  readonly blocks: readonly Block[];
  readonly pictures: readonly PictureReference[];
  readonly phrases: readonly PrintedPhrase[];
  readonly problems: readonly Problem[];
}

/**
 * `scope` is `undefined` when the counts could not be read: the expressions are then checked for syntax only.
 */
export function renderBody(
  source: SourceText,
  bodyStart: number,
  scope: Scope | undefined,
  computed: ComputedBlocks = new Map(),
  /** The published form of a picture, by its `source`; `undefined` if it cannot be used. */
  published: (source: string) => PublishedPicture | undefined = () => undefined,
): RenderedBody {
  const parsed = parseBody(source, bodyStart, scope, computed);
  const { tokens, environment, found, firstLine, problems } = parsed;
  const blocks = treeOf(parsed);
  const pictures = picturesOf(tokens, source, firstLine);
  const markup = (link?: FigureLink): Markup => bodyMarkup(tokens, { pieces: environment.pieces, published, link });
  const phrases = found.flatMap((placeholder, index) => {
    const printed = environment.pieces[index];
    return printed === undefined ? [] : [{ placeholder, pieces: printed }];
  });
  return { markup, blocks, pictures, phrases, problems };
}

function picturesOf(tokens: readonly Token[], source: SourceText, firstLine: number): PictureReference[] {
  const pictures: PictureReference[] = [];
  for (const token of tokens) {
    if (token.type !== "inline") continue;
    for (const child of token.children ?? []) {
      if (child.type !== "image") continue;
      const address = child.attrGet("src") ?? "";
      const decoded = pictureSource(address);
      // `parseBody` reports expressions in file names.
      if (decoded.includes("\uFDD0")) continue;
      pictures.push({
        source: decoded,
        alternative: child.content,
        place: find(decoded, token, source, firstLine) ??
          find(decodeAddress(address), token, source, firstLine) ??
          find(address, token, source, firstLine) ?? {
            file: source.file,
            line: firstLine + (token.map?.[0] ?? 0),
            column: 1,
          },
      });
    }
  }
  return pictures;
}

function find(address: string, token: Token, source: SourceText, firstLine: number): Place | undefined {
  const [from, to] = token.map ?? [0, 0];
  for (let line = firstLine + from; line < firstLine + Math.max(to, from + 1); line++) {
    const column = source.line(line).indexOf(`](${address}`);
    if (column >= 0) return source.place(source.lineStart(line) + column + 2);
  }
  return undefined;
}
