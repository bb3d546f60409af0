/** Lines of a text after an offset, as offsets: `end` is that of the line feed, or the text's length. */
export function* linesFrom(text: string, from: number): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = from; start < text.length;) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    yield { start, end };
    start = end + 1;
  }
}
