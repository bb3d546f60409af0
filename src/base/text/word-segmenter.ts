let dictionary: Intl.Segmenter | undefined;

/** Chinese word segmentation by Node's dictionary (ICU), loaded lazily because loading it is slow. */
export function wordSegmenter(): Intl.Segmenter {
  return (dictionary ??= new Intl.Segmenter("zh", { granularity: "word" }));
}
