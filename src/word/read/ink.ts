/** What the letters of a run are printed in: w:color, or the fill of Word 2010 (w14:textFill) that goes before it. */

import { elements } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export type Ink = "none" | "white" | "black" | "coloured";

export function inkOf(look: ReadonlyMap<string, XmlElement>): Ink {
  const [fill] = elements(look.get("w14:textFill"));
  if (fill?.name === "w14:noFill") return "none";
  if (fill !== undefined) {
    const [color] = fill.name === "w14:solidFill" ? elements(fill) : [];
    if (color === undefined) return "coloured";
    const named = color.attributes["w14:val"] ?? "";
    const isTheme = color.name === "w14:schemeClr";
    return inkOfColor(isTheme ? "" : named, isTheme ? named : "", elements(color).length > 0);
  }
  const {
    "w:themeColor": theme = "",
    "w:themeTint": tint,
    "w:themeShade": shade,
    ...own
  } = look.get("w:color")?.attributes ?? {};
  return inkOfColor(own["w:val"] ?? (theme === "" ? "auto" : ""), theme, (tint ?? shade) !== undefined);
}

/** A theme's black or white made lighter or darker is grey: then the colour that the file has worked out says what it is. */
function inkOfColor(value: string, theme: string, isChanged: boolean): Ink {
  if (!isChanged && /^(?:background1|light1|bg1|lt1)$/.test(theme)) return "white";
  if (!isChanged && /^(?:text1|dark1|tx1|dk1)$/.test(theme)) return "black";
  if (/^(?:f[0-9a-f]){3}$/i.test(value)) return "white";
  return /^(?:auto|(?:[0-3][0-9a-f]){3})$/i.test(value) ? "black" : "coloured";
}
