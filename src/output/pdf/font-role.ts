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
 * The office's font for a role: a file (absolute path; TTF, TTC or OTF with TrueType outlines), or the name of an installed family in any
 * language of the font, e.g. `仿宋_GB2312` or `FangSong_GB2312`.
 */
export type FontChoice = { readonly file: string } | { readonly family: string };

/** The office's own fonts; other roles use the bundled stand-ins. */
export type FontConfig = Readonly<Partial<Record<FontRole, FontChoice>>>;

/** The characters to be drawn: one text for all roles, or a text for each role in use, in any order and with repetitions. */
export type FaceCharacters = string | Readonly<Partial<Record<FontRole, string>>>;

/** A face reduced to the characters in use. */
export interface Face {
  readonly role: FontRole;
  /** The CSS family name, e.g. `JB FangSong`, which no installed font has. */
  readonly family: string;
  /** A static TrueType font. */
  readonly bytes: Uint8Array;
  /** The name of the face in Chinese, e.g. `霞鹜文楷 Light（随附代用）`. */
  readonly source: string;
  /** Whether this is a bundled open font, because the office has configured none. */
  readonly standIn: boolean;
  /** Characters of this role that its face lacks, and which fallbacks draw instead. */
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
