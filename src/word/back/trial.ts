/** Tries what the articles would print with changes written, and writes what reads as it should. */

import type { Issue } from "../../model/issue.ts";
import type { Scope } from "../../tally/scope.ts";
import type { Change } from "../read/model.ts";
import type { Atom } from "./atoms.ts";
import type { Match, UnitsByArticle } from "./match.ts";
import type { Parcel } from "./parcels.ts";
import { rewritten } from "./rewrite.ts";
import { expectedTexts } from "./settle.ts";
import type { Unit } from "./units.ts";

export interface Outcome {
  readonly written: ReadonlySet<Atom>;
  /** Why the others are not, where it is not their own fault. */
  readonly reasons: ReadonlyMap<Atom, string>;
  readonly files: ReadonlyMap<string, string>;
}

const linked = "同它连着的另一处写不进去，所以两处都没有写，请在稿件里手工改";
const unlike = "写进去以后印出来的与全部接受后的文字不一致（可能碰到了特殊符号），请手工改";

export class Trial {
  readonly #issue: Issue;
  readonly #scope: Scope | undefined;
  readonly #units: UnitsByArticle;
  readonly #matches: ReadonlyMap<Unit, Match>;

  constructor(issue: Issue, scope: Scope | undefined, units: UnitsByArticle, matches: readonly Match[]) {
    this.#issue = issue;
    this.#scope = scope;
    this.#units = units;
    this.#matches = new Map(
      matches.flatMap((match) => (match.unit === undefined ? [] : [[match.unit, match] as const])),
    );
  }

  /** All at once; and where the result is not as it should be, one parcel after the other. */
  best(parcels: readonly Parcel[]): Outcome {
    const reasons = new Map<Atom, string>();
    const able = parcels.filter((parcel) => {
      const refused = parcel.some(({ refusal }) => refusal !== undefined);
      if (refused) for (const atom of parcel) if (atom.refusal === undefined) reasons.set(atom, linked);
      return !refused;
    });
    const all = this.#attempt(able.flat());
    if (all !== undefined) return { written: new Set(able.flat()), reasons, files: all };
    let made: Atom[] = [];
    let files: ReadonlyMap<string, string> = new Map();
    for (const parcel of able) {
      const next = this.#attempt([...made, ...parcel]);
      if (next === undefined) for (const atom of parcel) reasons.set(atom, unlike);
      else {
        made = [...made, ...parcel];
        files = next;
      }
    }
    return { written: new Set(made), reasons, files };
  }

  /** The new texts of all articles that change, or nothing when one of them would not read as it should. */
  #attempt(atoms: readonly Atom[]): ReadonlyMap<string, string> | undefined {
    const changes = new Set<Change>(atoms.flatMap((atom) => atom.changes));
    const untracked = new Set(atoms.flatMap(({ match }) => (match?.isUntracked === true ? [match] : [])));
    const files = new Map<string, string>();
    for (const number of new Set(atoms.flatMap(({ article }) => article ?? []))) {
      const article = this.#issue.articles[number - 1];
      const units = this.#units.get(number);
      if (article === undefined || units === undefined) return undefined;
      const own = atoms.filter((atom) => atom.article === number);
      const expected = expectedTexts(units, this.#matches, { changes, untracked });
      const text = rewritten(article, this.#scope, units, own, expected);
      if (text === undefined) return undefined;
      if (text !== article.source.text) files.set(article.file, text);
    }
    return files;
  }
}
