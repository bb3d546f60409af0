declare module "subset-font" {
  interface SubsetOptions {
    readonly targetFormat?: "sfnt" | "woff" | "woff2";
    /** Axes to pin, by tag. */
    readonly variationAxes?: Readonly<Record<string, number>>;
  }
  /** Cuts a TrueType or OpenType font down to the characters of `text`. */
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>;
}
