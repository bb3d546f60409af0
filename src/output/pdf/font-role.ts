import type { FontRole } from "../../model/bulletin.ts";

/** The roles in file names and CSS properties (`--font-fangsong`). */
export const roleSlugs: Readonly<Record<FontRole, string>> = {
  小标宋: "xiaobiaosong",
  仿宋: "fangsong",
  楷体: "kaiti",
  黑体: "heiti",
  宋体: "songti",
};

/** The roles whose faces draw the characters that the face of `role` lacks, in this order; CSS font lists have the same order. */
export function fallbackRoles(role: FontRole): FontRole[] {
  const order: readonly FontRole[] = ["宋体", "仿宋", "楷体", "黑体", "小标宋"];
  return order.filter((other) => other !== role);
}

/**
 * What an office wants for a role: a font file (absolute path; TTF, TTC or OTF with TrueType outlines) or an installed
 * family by name (any language the font names itself in, e.g. `仿宋_GB2312` or `FangSong_GB2312`).
 */
export type FontChoice = { readonly file: string } | { readonly family: string };

/** The office's own fonts; a role left out is set in its bundled stand-in. */
export type FontConfig = Readonly<Partial<Record<FontRole, FontChoice>>>;

/** The characters to be drawn: one text for every role, or a text for each role that is used. Order and repeats do not matter. */
export type FaceCharacters = string | Readonly<Partial<Record<FontRole, string>>>;

/** One face cut down to the characters in use. */
export interface Face {
  readonly role: FontRole;
  /** The family name for CSS, ours, e.g. `JB FangSong`; no installed font can answer to it. */
  readonly family: string;
  /** A static TrueType font. */
  readonly bytes: Uint8Array;
  /** The face used, in Chinese, e.g. `霞鹜文楷 Light（随附代用）`. */
  readonly source: string;
  /** True where the office has configured nothing, so that a bundled open face stands in. */
  readonly standIn: boolean;
  /** Asked for in this role, absent from its face and drawn by `fallbacks` instead. */
  readonly missing: readonly string[];
}

export interface FaceSet {
  readonly faces: readonly Face[];
  /**
   * No face has these, in code point order; the caller names file and line. Kangxi radicals (U+2F00–2FDF) are always among
   * them: drawn, they would share a glyph with the ideograph and spoil the text layer.
   */
  readonly undrawable: readonly string[];
}
