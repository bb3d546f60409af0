/** Collects the characters of each font role on the print page, so that faces can be reduced to them. */

import { attributeOf } from "../base/text/markup.ts";
import type { Markup } from "../base/text/markup.ts";
import type { FontRole } from "../model/bulletin.ts";

/**
 * The roles that `layouts/assets/print.css` assigns to classes and elements; all other text inherits 仿宋 from the page. A test reads the
 * style sheet and fails when it sets a font that is not listed here.
 */
export const roleSelectors: readonly (readonly [role: FontRole, selector: string])[] = [
  ["小标宋", ".names"],
  ["小标宋", ".headline"],
  ["黑体", ".marking"],
  ["黑体", ".contents-title"],
  ["黑体", ".column-name"],
  ["黑体", ".note-label"],
  ["黑体", ".level-0"],
  ["黑体", ".level-1"],
  ["黑体", ".letter-title"],
  ["黑体", "thead"],
  ["黑体", "tfoot"],
  ["黑体", "strong"],
  ["楷体", ".subtitle"],
  ["楷体", ".author"],
  ["楷体", ".editors-note"],
  ["楷体", ".level-2"],
  ["楷体", ".quotation"],
  ["楷体", "figcaption"],
  ["楷体", "caption"],
  ["仿宋", ".table-unit"],
  ["宋体", ".page-of"],
  ["宋体", ".sheet"],
];

const roles = new Map(roleSelectors.map(([role, selector]) => [selector, role]));

/** The characters of each role, each once. */
export type RoleCharacters = Readonly<Partial<Record<FontRole, string>>>;

/** Collects characters by role. */
export class RoleText {
  readonly #found = new Map<FontRole, Set<string>>();

  put(role: FontRole, text: string): void {
    const characters = this.#found.get(role) ?? new Set();
    for (const character of text) if (character > " ") characters.add(character);
    this.#found.set(role, characters);
  }

  /** Text has the role of its nearest enclosing element with a role. */
  putMarkup(markup: Markup): void {
    const open: FontRole[] = ["仿宋"];
    for (const part of markup) {
      const role = open.at(-1) ?? "仿宋";
      if (part.kind === "open") {
        const classes = attributeOf(part, "class")?.split(" ") ?? [];
        open.push([...classes.map((name) => `.${name}`), part.tag].flatMap((name) => roles.get(name) ?? [])[0] ?? role);
      } else if (part.kind === "close") open.pop();
      else if (part.kind !== "empty") this.put(role, part.kind === "text" ? part.text : part.words);
    }
  }

  characters(): RoleCharacters {
    return Object.fromEntries([...this.#found].map(([role, characters]) => [role, [...characters].join("")]));
  }
}
