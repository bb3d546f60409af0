declare module "subset-font" {
  interface SubsetOptions {
    readonly targetFormat?: "sfnt" | "woff" | "woff2";
    /** Axes to pin, by tag. */
    readonly variationAxes?: Readonly<Record<string, number>>;
  }
  /** Reduces a TrueType or OpenType font to the characters of `text`. */
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>;
}
