declare module "subset-font" {
  interface SubsetOptions {
    readonly targetFormat?: "sfnt" | "woff" | "woff2";
    readonly keepFeatures?: readonly string[];
    readonly variationAxes?: Readonly<Record<string, number>>;
    readonly noHinting?: boolean;
    readonly noLayoutClosure?: boolean;
    readonly dropTables?: readonly string[];
    readonly preserveNameIds?: readonly number[];
  }
  /** Cuts a TrueType or OpenType font down to the characters of `text`. */
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>;
}
