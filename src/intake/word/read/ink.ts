/** The colour of the text of a run: from w14:textFill (Word 2010), else from w:color. */

import { elements } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export type Ink = "none" | "white" | "black" | "coloured";

export function inkOf(look: ReadonlyMap<string, XmlElement>): Ink {
  const { attributes = {} } = look.get("w:color") ?? {};
  const [fill] = elements(look.get("w14:textFill"));
  if (fill?.name === "w14:noFill") return "none";
  if (fill !== undefined) {
    const [color] = fill.name === "w14:solidFill" ? elements(fill) : [];
    if (color === undefined) return "coloured";
    const named = color.attributes["w14:val"] ?? "";
    if (color.name !== "w14:schemeClr") return inkOfColor(named, "", false);
    // For older programs w:color contains the same colour, computed.
    return inkOfColor(attributes["w:val"] ?? "", named, elements(color).length > 0);
  }
  const theme = attributes["w:themeColor"] ?? "";
  const changed = attributes["w:themeTint"] ?? attributes["w:themeShade"];
  return inkOfColor(attributes["w:val"] ?? (theme === "" ? "auto" : ""), theme, changed !== undefined);
}

/** Black or white of the theme, made lighter or darker, is grey, so that the computed colour in the file decides. */
function inkOfColor(value: string, theme: string, isChanged: boolean): Ink {
  if (!isChanged && /^(?:background1|light1|bg1|lt1)$/.test(theme)) return "white";
  if (!isChanged && /^(?:text1|dark1|tx1|dk1)$/.test(theme)) return "black";
  if (/^(?:f[0-9a-f]){3}$/i.test(value)) return "white";
  return /^(?:auto|(?:[0-3][0-9a-f]){3})$/i.test(value) ? "black" : "coloured";
}
