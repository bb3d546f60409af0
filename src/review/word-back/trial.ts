/** Tries changes on the articles, and applies those whose result prints as expected. */

import type { Issue } from "../../model/issue.ts";
import type { Scope } from "../../compute/tally/scope.ts";
import type { Change } from "../../intake/word/read/model.ts";
import { withoutBreaks } from "../../base/text/word-marks.ts";
import { shortened } from "../../intake/word/revisions.ts";
import type { Atom } from "./atom.ts";
import type { Match, UnitsByArticle } from "./match.ts";
import type { Parcel } from "./parcels.ts";
import { rewritten } from "./rewrite.ts";
import { expectedTexts } from "./settle.ts";
import type { Unit } from "./units.ts";

export interface Outcome {
  readonly written: ReadonlySet<Atom>;
  /** Why other atoms are not applied although they are valid themselves. */
  readonly reasons: ReadonlyMap<Atom, string>;
  readonly files: ReadonlyMap<string, string>;
}

const unlike = "写进去以后印出来的与全部接受后的文字不一致（可能碰到了特殊符号），请手工改";

/** The refusal of a change that depends on another. */
function linkedTo({ removed, inserted, refusal = "" }: Atom): string {
  const words = shortened(withoutBreaks(removed + inserted), 20);
  const which = words === "" ? "另一处" : `“${words}”那一处`;
  return `这里与${which}是连着的，那里写不进去（${refusal}），所以这里也没有写，请在稿件里一起手工改`;
}

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

  /** All parcels together; if that fails, one after the other. */
  best(parcels: readonly Parcel[]): Outcome {
    const reasons = new Map<Atom, string>();
    const able = parcels.filter((parcel) => {
      const cause = parcel.find(({ refusal }) => refusal !== undefined);
      if (cause === undefined) return true;
      for (const atom of parcel) if (atom.refusal === undefined) reasons.set(atom, linkedTo(cause));
      return false;
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

  /** New texts of all changed articles, or nothing when one of them would not print as expected. */
  #attempt(atoms: readonly Atom[]): ReadonlyMap<string, string> | undefined {
    const changes = new Set<Change>(atoms.flatMap((atom) => atom.changes));
    const edits = new Set(atoms.flatMap((atom) => atom.edits));
    const files = new Map<string, string>();
    for (const number of new Set(atoms.flatMap(({ article }) => article ?? []))) {
      const article = this.#issue.articles[number - 1];
      const units = this.#units.get(number);
      if (article === undefined || units === undefined) return undefined;
      const own = atoms.filter((atom) => atom.article === number);
      const expected = expectedTexts(units, this.#matches, { changes, edits });
      const text = rewritten(article, this.#scope, units, own, expected);
      if (text === undefined) return undefined;
      if (text !== article.source.text) files.set(article.file, text);
    }
    return files;
  }
}
