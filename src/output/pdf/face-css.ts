import { writeWoff2 } from "./font/woff2.ts";
import type { FontRole } from "../../model/bulletin.ts";
import { fallbackRoles, roleSlugs } from "./font-role.ts";
import type { Face } from "./font-role.ts";

/** The CSS family names of the faces. */
export const faceFamilies: Readonly<Record<FontRole, string>> = {
  小标宋: "JB XiaoBiaoSong",
  仿宋: "JB FangSong",
  楷体: "JB KaiTi",
  黑体: "JB HeiTi",
  宋体: "JB SongTi",
};

/**
 * Lines are computed from the em box instead of the metrics of each font, so that all faces are at the same height on the grid, and a
 * word in another face does not increase the height of its line.
 */
const emBox = "ascent-override: 88%; descent-override: 12%; line-gap-override: 0%;";

/** The file name of a face in the folder of fonts. */
export function faceFile(face: Face): string {
  return `${roleSlugs[face.role]}.ttf`;
}

/**
 * `@font-face` rules, and a custom property for each role (`--font-fangsong` …) with its face and its fallbacks, so that missing
 * characters are never drawn by a font of the machine. A face is used for all weights and slants, because a synthesized bold would be a
 * Type 3 font in the PDF. `folder`: the folder of fonts relative to the style sheet, with a closing `/`.
 */
export function faceCss(faces: readonly Face[], folder = "fonts/"): string {
  const rules = faces.map((face) => {
    const source = `url("${folder}${faceFile(face)}") format("truetype")`;
    return `@font-face { font-family: "${face.family}"; src: ${source}; font-weight: 1 1000; font-style: oblique 0deg 90deg; font-display: block; ${emBox} }`;
  });
  const present = new Set(faces.map(({ role }) => role));
  const lists = faces.map(({ role }) => {
    const roles = [role, ...fallbackRoles(role).filter((other) => present.has(other))];
    return `  --font-${roleSlugs[role]}: ${roles.map((each) => `"${faceFamilies[each]}"`).join(", ")};`;
  });
  return [...rules, ":root {", ...lists, "  font-synthesis: none;", "}", ""].join("\n");
}

/** The faces as assets of a print job, under `folder`. */
export function faceAssets(faces: readonly Face[], folder = "fonts/"): Map<string, Uint8Array> {
  return new Map(faces.map((face) => [`${folder}${faceFile(face)}`, face.bytes]));
}

/** A face as WOFF2, for pages on the web rather than for print. */
export function webFace(face: Face): Uint8Array {
  return writeWoff2(Buffer.from(face.bytes));
}
