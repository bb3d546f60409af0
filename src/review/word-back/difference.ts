/** Compares two texts: common runs and differing ranges. */

export interface Difference {
  /** Offsets in the old text. */
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

export function difference(before: string, after: string): Difference {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from: head, to: before.length - tail, inserted: after.slice(head, after.length - tail) };
}

/** Numbers and Latin words are compared as wholes, so that a change reads 12 → 15 and not 2 → 5. */
const token = /\d+(?:[.,]\d+)*[%‰]?|[A-Za-z]+|[〇零一二三四五六七八九十百千]+|[\s\S]/gu;
/** Longer differences, counted in pairs of tokens, are treated as entirely different to limit time. */
const mostPairs = 4_000_000;

/** All differing ranges in order; the equal text between two of them has at least two characters. */
export function differences(before: string, after: string): Difference[] {
  const [old, young] = [before.match(token) ?? [], after.match(token) ?? []];
  let head = 0;
  while (head < old.length && old[head] === young[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, young.length) - head && old.at(-1 - tail) === young.at(-1 - tail)) tail++;
  const [a, b] = [old.slice(head, old.length - tail), young.slice(head, young.length - tail)];
  const start = old.slice(0, head).join("").length;
  if (a.length * b.length > mostPairs) return [{ from: start, to: start + a.join("").length, inserted: b.join("") }];
  return joined(compared(a, b, start), before);
}

/** Divides at the longest common run of tokens; `at` is the offset of the first token. */
function compared(a: readonly string[], b: readonly string[], at: number): Difference[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const common = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? common(i + 1, j + 1) + 1 : Math.max(common(i + 1, j), common(i, j + 1));
  const found: Difference[] = [];
  const [last, end] = [a.length, b.length];
  let [i, j, from] = [0, 0, at];
  let open: Difference | undefined;
  while (i < last || j < end) {
    if (i < last && j < end && a[i] === b[j]) {
      if (open !== undefined) found.push(open);
      open = undefined;
      from += a[i]?.length ?? 0;
      i++;
      j++;
    } else {
      open ??= { from, to: from, inserted: "" };
      if (j >= end || (i < last && common(i + 1, j) >= common(i, j + 1))) {
        from += a[i++]?.length ?? 0;
        open = { ...open, to: from };
      } else open = { ...open, inserted: open.inserted + (b[j++] ?? "") };
    }
  }
  return open === undefined ? found : [...found, open];
}

/** A single equal character between two differences is a coincidence. */
function joined(found: readonly Difference[], before: string): Difference[] {
  const all: Difference[] = [];
  for (const one of found) {
    const last = all.at(-1);
    if (last !== undefined && one.from - last.to < 2)
      all[all.length - 1] = {
        ...{ from: last.from, to: one.to },
        inserted: last.inserted + before.slice(last.to, one.from) + one.inserted,
      };
    else all.push(one);
  }
  return all.map((one) => slid(one, before));
}

/** Prefers whole sentences: 。另有3句 inserted before a full stop is 另有3句。 inserted after it. */
function slid({ from, to, inserted }: Difference, before: string): Difference {
  const words = inserted === "" ? before.slice(from, to) : inserted;
  const [first = ""] = words;
  if ((from < to && inserted !== "") || !/[，。；、：！？]/.test(first) || before[to] !== first)
    return { from, to, inserted };
  return { from: from + 1, to: to + 1, inserted: inserted === "" ? "" : inserted.slice(1) + first };
}

/** Fewer equal characters may be a coincidence. */
export const shortestShare = 4;
const shortestOverlap = 10;

/** Whether one text has enough in common with the other to be derived from it. */
export function shares(removed: string, inserted: string): boolean {
  if (removed.length < shortestShare || inserted.length < shortestShare) return false;
  if (removed.includes(inserted) || inserted.includes(removed)) return true;
  for (let from = 0; from + shortestOverlap <= inserted.length; from++)
    if (removed.includes(inserted.slice(from, from + shortestOverlap))) return true;
  return false;
}
