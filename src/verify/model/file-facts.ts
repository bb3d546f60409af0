/** The properties of a PDF file besides its pages. */

export interface FontFacts {
  /** With the subset prefix, e.g. `BAAAAA+FangSong`. */
  readonly baseFont: string;
  /** The name without the subset prefix. */
  readonly face: string;
  readonly subset: boolean;
  /** `Type0/CIDFontType2` for TrueType outlines; `Type3` … */
  readonly kind: string;
  /** The format of the embedded program, if any. */
  readonly program: "TrueType" | "other" | undefined;
  readonly toUnicode: boolean;
  /** `undefined` if there is no CIDSet. */
  readonly cidSet: ReadonlySet<number> | undefined;
  /** Glyphs of the program that have an outline. */
  readonly drawn: ReadonlySet<number>;
}

export interface OutputIntent {
  readonly subtype: string;
  /** Colour components of its profile; `undefined` without a profile. */
  readonly components: number | undefined;
}

export interface FileFacts {
  readonly version: string;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly subject: string | undefined;
  readonly keywords: string | undefined;
  readonly created: Date | undefined;
  readonly modified: Date | undefined;
  readonly language: string | undefined;
  readonly marked: boolean;
  readonly displayTitle: boolean;
  /** Titles of the bookmarks in order, all levels. */
  readonly outline: readonly string[];
  readonly xmp: string | undefined;
  readonly outputIntents: readonly OutputIntent[];
  readonly fileId: boolean;
  readonly encrypted: boolean;
  /** Where transparency was found: groups, soft masks, alpha below 1, blend modes. */
  readonly transparency: readonly string[];
  /** Scripts, launch actions, embedded files. */
  readonly active: readonly string[];
  readonly fonts: readonly FontFacts[];
}
