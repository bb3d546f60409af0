/** Groups changes that must be applied together: both ends of a move, or one deletion over several paragraphs. */

import { withoutBreaks } from "../../base/text/word-marks.ts";
import type { Atom } from "./atom.ts";
import { isRemovalAtom } from "./atoms.ts";
import { difference, shares, shortestShare } from "./difference.ts";
import type { Match } from "./match.ts";

export type Parcel = readonly Atom[];

/** `atoms` in file order; `matches` are all paragraphs of the file. */
export function parcelsOf(atoms: readonly Atom[], matches: readonly Match[]): Parcel[] {
  const sets = new DisjointSets(atoms.length);
  joinMoved(atoms, sets);
  joinNeighbours(atoms, matches, sets);
  joinSplit(atoms, matches, sets);
  return sets.groups().map((indices) => indices.flatMap((at) => atoms[at] ?? []));
}

/** Words deleted at one place and inserted at another, as a tracked move or by cut and paste. */
function joinMoved(atoms: readonly Atom[], sets: DisjointSets): void {
  const whole = new Map(
    atoms.flatMap((atom, at) => {
      const { removed } = cutOrPasted(atom);
      return removed === "" ? [] : [[signedWords(atom, removed), at] as const];
    }),
  );
  for (const [at, atom] of atoms.entries()) {
    const { inserted } = cutOrPasted(atom);
    const source = inserted === "" ? undefined : whole.get(signedWords(atom, inserted));
    if (source !== undefined) sets.join(at, source);
  }
  const starts = new Map<string, number[]>();
  const removed = atoms.map((atom) => withoutBreaks(atom.removed));
  for (const [at, text] of removed.entries())
    for (let from = 0; from + shortestShare <= text.length; from++) {
      const key = text.slice(from, from + shortestShare);
      const known = starts.get(key);
      if (known === undefined) starts.set(key, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  const alone = new Set(atoms.flatMap((atom, at) => (isMove(atom) ? [at] : [])));
  for (const [at, { inserted }] of atoms.entries())
    for (const paragraph of inserted.split("\n\n").map(withoutBreaks)) {
      const candidates = new Set<number>();
      for (let from = 0; from + shortestShare <= paragraph.length; from++)
        for (const other of starts.get(paragraph.slice(from, from + shortestShare)) ?? []) candidates.add(other);
      for (const other of candidates) {
        if (other === at || isMovedAway(atoms[at]) || !shares(removed[other] ?? "", paragraph)) continue;
        sets.join(at, other);
        alone.delete(at);
        alone.delete(other);
      }
    }
  // Ends of moves whose words do not match are applied together or not at all.
  const [first, ...rest] = alone;
  for (const other of rest) sets.join(first ?? other, other);
}

/** Whether whole tokens moved: 32 → 3 cuts a 2, but 12 → 14 is a replacement although a 4 was inserted. */
function cutOrPasted({ removed, inserted }: Atom): { readonly removed: string; readonly inserted: string } {
  const { from, to, inserted: put } = difference(removed, inserted);
  return from === to || put === "" ? { removed: removed.slice(from, to), inserted: put } : { removed, inserted };
}

/** By the same author, even a few characters match if they are the whole edit. */
function signedWords({ edits }: Atom, words: string): string {
  return `${edits[0]?.change.author ?? ""} ${withoutBreaks(words)}`;
}

function isMove({ edits }: Atom): boolean {
  return edits.some(({ change: { kind, date } }) => (kind === "moveFrom" || kind === "moveTo") && date !== "");
}

/** A paragraph moved without tracking: its words are still at the old place. */
function isMovedAway(atom: Atom | undefined): boolean {
  return atom?.edits.some(({ change, changes }) => change.kind === "moveTo" && changes.length === 0) === true;
}

/** A deletion that continues into the next paragraph or cell. */
function joinNeighbours(atoms: readonly Atom[], matches: readonly Match[], sets: DisjointSets): void {
  const byMatch = new Map<Match, number[]>();
  for (const [at, { match }] of atoms.entries())
    if (match !== undefined) byMatch.set(match, [...(byMatch.get(match) ?? []), at]);
  for (const [at, match] of matches.entries()) {
    const own = byMatch.get(match) ?? [];
    const reaching = own.filter((one) => {
      const atom = atoms[one];
      return atom !== undefined && isRemovalAtom(atom) && atom.to === match.base.length;
    });
    const [first, ...rest] = reaching;
    if (first === undefined) continue;
    for (const other of rest) sets.join(first, other);
    const next = matches[at + 1];
    if (next === undefined || !(match.group.endDeleted !== undefined || match.group.isCell)) continue;
    const [follower] = (byMatch.get(next) ?? []).filter((one) => {
      const atom = atoms[one];
      return atom !== undefined && isRemovalAtom(atom) && atom.from === 0;
    });
    if (follower !== undefined) sets.join(first, follower);
  }
}

/** A paragraph was split without tracking: the new one has words that were deleted at the edge of its neighbour. */
function joinSplit(atoms: readonly Atom[], matches: readonly Match[], sets: DisjointSets): void {
  const position = new Map(matches.map((match, at) => [match, at]));
  for (const [at, { match, refusal }] of atoms.entries()) {
    if (match === undefined || match.unit !== undefined || refusal === undefined) continue;
    const place = position.get(match) ?? 0;
    for (const [other, atom] of atoms.entries()) {
      if (atom.match === undefined || atom.edits.some(({ changes }) => changes.length > 0)) continue;
      const isBehind = atom.match === matches[place - 1] && atom.to >= atom.match.base.length - 1;
      const isBefore = atom.match === matches[place + 1] && atom.from <= 1;
      if (atom.removed !== "" && (isBehind || isBefore)) sets.join(at, other);
    }
  }
}

class DisjointSets {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, at) => at);
  }

  join(one: number, other: number): void {
    this.#parents[this.#root(one)] = this.#root(other);
  }

  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (const at of this.#parents.keys()) {
      const root = this.#root(at);
      groups.set(root, [...(groups.get(root) ?? []), at]);
    }
    return [...groups.values()];
  }

  #root(at: number): number {
    let root = at;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    return root;
  }
}
