/** Which characters of a print page each font role draws, so that every face is cut to its own. */

import type { FontRole } from "../font-role.ts";

/**
 * The roles that `layouts/assets/print.css` gives by class or element; all else is 仿宋, inherited from the page. A test reads
 * the style sheet and fails when it sets a font that is not told here.
 */
export const roleSelectors: readonly (readonly [role: FontRole, selector: string])[] = [
  ["xiaobiaosong", ".names"],
  ["xiaobiaosong", ".headline"],
  ["heiti", ".marking"],
  ["heiti", ".contents-title"],
  ["heiti", ".column-name"],
  ["heiti", ".note-label"],
  ["heiti", ".level-0"],
  ["heiti", ".level-1"],
  ["heiti", ".letter-title"],
  ["heiti", "thead"],
  ["heiti", "tfoot"],
  ["heiti", "strong"],
  ["kaiti", ".subtitle"],
  ["kaiti", ".author"],
  ["kaiti", ".editors-note"],
  ["kaiti", ".level-2"],
  ["kaiti", ".quotation"],
  ["kaiti", "figcaption"],
  ["kaiti", "caption"],
  ["fangsong", ".table-unit"],
  ["songti", ".page-of"],
  ["songti", ".sheet"],
];

/** Page numbers are drawn in margins, outside the document. */
const pageNumbers = "—0123456789";

const voidElements = new Set(["br", "img", "link", "meta", "hr", "rect", "line", "input", "col"]);
const roleOf = new Map(roleSelectors.map(([role, selector]) => [selector, role]));

/** `html` as our templates write it: elements closed, attributes in double quotes. */
export function textByRole(html: string): Record<FontRole, string> {
  const found: Record<FontRole, Set<string>> = {
    xiaobiaosong: new Set(),
    fangsong: new Set(),
    kaiti: new Set(),
    heiti: new Set(),
    songti: new Set(pageNumbers),
  };
  const stack: FontRole[] = ["fangsong"];
  const body = html.slice(Math.max(0, html.indexOf("<body")));
  for (const [, comment, tag, attributes = "", text] of body.matchAll(
    /(<!--[\s\S]*?-->|<![^>]*>)|<(\/?[a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/gi,
  )) {
    if (comment !== undefined) continue;
    if (text !== undefined) {
      for (const character of unescaped(text)) if (character > " ") found[stack.at(-1) ?? "fangsong"].add(character);
    } else if (tag?.startsWith("/")) {
      if (stack.length > 1) stack.pop();
    } else if (tag !== undefined && !voidElements.has(tag.toLowerCase()) && !attributes.endsWith("/")) {
      stack.push(roleFor(tag.toLowerCase(), attributes) ?? stack.at(-1) ?? "fangsong");
    }
  }
  // The blank is drawn by every face; a face without it would borrow another's width.
  return Object.fromEntries(
    Object.entries(found).map(([role, characters]) => [role, ` ${[...characters].join("")}`]),
  ) as Record<FontRole, string>;
}

function roleFor(tag: string, attributes: string): FontRole | undefined {
  const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.split(/\s+/) ?? [];
  for (const name of classes) {
    const role = roleOf.get(`.${name}`);
    if (role !== undefined) return role;
  }
  return roleOf.get(tag);
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&amp;", "&");
}
