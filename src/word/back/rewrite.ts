/** Changes → the article's new text, made only if rendering it gives what accepting them gives. */

import type { Article } from "../../model/issue.ts";
import { SourceText } from "../../problem/source-text.ts";
import { readArticle } from "../../schema/read-article.ts";
import type { Scope } from "../../tally/scope.ts";
import type { Cluster, Decision } from "./decide.ts";
import { partsOf, unitsOf } from "./units.ts";
import type { Unit } from "./units.ts";

/** What is to happen to one unit. */
export interface UnitChange {
  readonly unit: Unit;
  readonly clusters: readonly { readonly cluster: Cluster; readonly decision: Decision & { readonly ok: true } }[];
  /** `gone`: the whole paragraph was deleted; `joined`: its end was. */
  readonly end: "kept" | "gone" | "joined";
}

export interface Rewritten {
  readonly text: string;
  /** Those that could be made. */
  readonly made: ReadonlySet<UnitChange>;
}

/** Tries all at once, and where the result is not as it should be, one after the other. */
export function rewrite(
  article: Article,
  units: readonly Unit[],
  scope: Scope | undefined,
  changes: readonly UnitChange[],
): Rewritten {
  const all = attempt(article, scope, units, changes);
  if (all !== undefined) return { text: all, made: new Set(changes) };
  const made: UnitChange[] = [];
  let { text } = article.source;
  for (const change of changes) {
    const next = attempt(article, scope, units, [...made, change]);
    if (next === undefined) continue;
    made.push(change);
    text = next;
  }
  return { text, made: new Set(made) };
}

function attempt(
  article: Article,
  scope: Scope | undefined,
  units: readonly Unit[],
  changes: readonly UnitChange[],
): string | undefined {
  const { source } = article;
  const splices = changes.flatMap((change) => splicesOf(change, units, source));
  let { text } = source;
  for (const { start, end, replacement } of splices.sort((a, b) => b.start - a.start || b.end - a.end))
    text = text.slice(0, start) + replacement + text.slice(end);
  const reading = readArticle(new SourceText(source.file, text));
  if (reading.value === undefined) return undefined;
  const printed = unitsOf(partsOf(reading.value, scope)).filter((unit) => unit.text !== "");
  const wanted = expected(units, changes).filter((one) => one.text !== "");
  const same = wanted.every(({ text: words, role }, at) => {
    const unit = printed[at];
    return unit?.text === words && (role === undefined || unit.role === role);
  });
  return same && printed.length === wanted.length ? text : undefined;
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

function splicesOf({ unit, clusters, end }: UnitChange, units: readonly Unit[], source: SourceText): Splice[] {
  if (end === "gone" && unit.lines !== undefined) {
    const [start, stop] = unit.lines;
    // The blank lines behind it go along.
    const blank = /^(?:[ \t\r]*\n)*/.exec(source.text.slice(stop))?.[0].length ?? 0;
    return [{ start, end: stop + blank, replacement: "" }];
  }
  const splices = clusters.map(({ decision: { start, end: stop, replacement } }) => ({
    start,
    end: stop,
    replacement,
  }));
  if (end !== "joined") return splices;
  const next = units[units.indexOf(unit) + 1];
  const from = unit.typed.at(-1)?.end;
  const to = next?.typed[0]?.start;
  return from === undefined || to === undefined ? splices : [...splices, { start: from, end: to, replacement: "" }];
}

interface Expected {
  readonly text: string;
  /** `undefined` for what was not there before, and so may become what it will. */
  readonly role: string | undefined;
}

/** The texts that accepting the changes gives; what was there stays what it was, a heading a heading. */
function expected(units: readonly Unit[], changes: readonly UnitChange[]): Expected[] {
  const texts: Expected[] = [];
  let carried: Expected | undefined;
  for (const unit of units) {
    const change = changes.find((other) => other.unit === unit);
    if (change?.end === "gone") continue;
    let text = unit.text;
    for (const { cluster } of [...(change?.clusters ?? [])].reverse())
      text = text.slice(0, cluster.from) + cluster.inserted + text.slice(cluster.to);
    const role = carried === undefined ? unit.role : carried.role;
    text = (carried?.text ?? "") + text;
    carried = undefined;
    const parts = text.split("\n\n").map((part) => part.replaceAll("\n", ""));
    // A paragraph that was put in front leaves the unit itself behind it.
    const own = change?.clusters.some(({ cluster }) => cluster.from === 0 && cluster.inserted.endsWith("\n\n"))
      ? parts.length - 1
      : 0;
    if (change?.end === "joined") carried = { text, role };
    else texts.push(...parts.map((part, at) => ({ text: part, role: at === own ? role : undefined })));
  }
  return carried === undefined ? texts : [...texts, carried];
}
