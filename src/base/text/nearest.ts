/** Edit distance (insert, delete, replace, swap of neighbours), by characters. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The known name most like a wrong one, or `undefined` when none is near enough to be worth suggesting. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  return allNearest(wrong, known)[0];
}

/** All that are equally like it, in the order of `known`. */
export function allNearest(wrong: string, known: Iterable<string>): string[] {
  const characters = [...wrong];
  let best = Infinity;
  let names: string[] = [];
  for (const name of known) {
    const other = [...name];
    if (Math.abs(other.length - characters.length) > 3 && !name.includes(wrong) && !wrong.includes(name)) continue;
    const contained = wrong.length > 1 && (name.includes(wrong) || wrong.includes(name));
    // 在办 is short for 正在办理, rather than a slip for 交办.
    const score = contained ? 0.5 : distance(characters, other);
    if (score < best) names = [];
    if (score <= best) names.push(name);
    best = Math.min(best, score);
  }
  // One wrong character of one suggests nothing.
  return best <= Math.floor(characters.length / 2) ? names : [];
}

/** “……？是不是想写“某某”？” as the tail of a hint, or an empty string. */
export function didYouMean(wrong: string, known: Iterable<string>): string {
  const name = nearest(wrong, known);
  return name === undefined ? "" : `是不是想写“${name}”？`;
}
