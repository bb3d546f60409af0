import { inlineMeta } from "./inline-places.ts";
import type { StateCore } from "./tokens.ts";

/** Makes a picture alone in its paragraph a figure, whose caption is its title, else its alternative text. */
export function pictures(state: StateCore): void {
  for (let at = 0; at + 2 < state.tokens.length; at++) {
    const [open, inline, close] = state.tokens.slice(at, at + 3);
    if (open?.type !== "paragraph_open" || inline?.type !== "inline" || close?.type !== "paragraph_close") continue;
    const children = (inline.children ?? []).filter(
      (child) => child.type !== "softbreak" && !(child.type === "text" && child.content.trim() === ""),
    );
    if (children.length === 0 || !children.every((child) => child.type === "image")) continue;
    open.type = "figure_open";
    open.tag = "figure";
    open.attrSet("class", "picture");
    close.type = "figure_close";
    close.tag = "figure";
    inline.children = children;
    const caption = children.map((child) => child.attrGet("title") ?? child.content).find((text) => text !== "");
    if (caption === undefined) continue;
    const captionOpen = new state.Token("figcaption_open", "figcaption", 1);
    const text = new state.Token("inline", "", 0);
    const word = new state.Token("text", "", 0);
    const [image] = children;
    if ((image?.attrGet("title") ?? null) === null) text.children = [...(image?.children ?? [])];
    else {
      word.content = caption;
      const { span = { start: 0, end: 0 } } = image === undefined ? {} : inlineMeta(image);
      inlineMeta(word).texts = [{ kind: "text", text: caption, span }];
      text.children = [word];
    }
    state.tokens.splice(at + 2, 0, captionOpen, text, new state.Token("figcaption_close", "figcaption", -1));
  }
}
