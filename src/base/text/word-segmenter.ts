let dictionary: Intl.Segmenter | undefined;

/** Chinese words by the dictionary that Node brings along (ICU). Read when first needed: it takes longer to read than an issue to check. */
export function wordSegmenter(): Intl.Segmenter {
  return (dictionary ??= new Intl.Segmenter("zh", { granularity: "word" }));
}
