import type { Markup, MarkupPart } from "../../src/base/text/markup.ts";
import { plain } from "./html-text.ts";

/** Written HTML as parts, so that what is done with them can be told in HTML. */
export function readMarkup(html: string): Markup {
  const parts = html.matchAll(/(<svg[^]*?<\/svg>)|<(\/?)([a-z][a-z0-9]*)((?:\s[\w-]+="[^"]*")*)>|([^<]+)/g);
  return [...parts].map(([, svg, slash, tag = "", typed = "", text = ""]): MarkupPart => {
    if (svg !== undefined) return { kind: "drawing", svg, words: plain(svg.replace(/<[^>]*>/g, "")) };
    if (tag === "") return { kind: "text", text: plain(text) };
    if (slash === "/") return { kind: "close", tag };
    const attributes = [...typed.matchAll(/([\w-]+)="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, plain(value)] as const,
    );
    return { kind: ["br", "hr", "img", "wbr"].includes(tag) ? "empty" : "open", tag, attributes };
  });
}
