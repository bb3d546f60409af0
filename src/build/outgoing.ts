/** The last pass over a site before it is swapped in. */

import { keyOf } from "./cache/cache.ts";
import type { Cache } from "./cache/cache.ts";
import type { Archive } from "../model/archive.ts";
import type { Bulletin } from "../model/bulletin.ts";
import { issuePath } from "../model/issue.ts";
import type { Issue } from "../model/issue.ts";
import { leakProblems, lookThrough } from "../release/outgoing/index.ts";
import type { Problem } from "../base/problem/problem.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import { registeredNames } from "../model/naming.ts";
import type { Prepared } from "./prepare.ts";

const kind = "outgoing";

export class Outgoing {
  readonly #archive: Archive;
  readonly #prepared: Prepared;
  /** What the judgement rests on beside the files. */
  readonly #basis: string | undefined;
  readonly #cache: Cache;
  readonly #output: string;

  /** `common`: digest of what every issue rests on. */
  constructor(archive: Archive, prepared: Prepared, common: string | undefined, cache: Cache, output: string) {
    this.#archive = archive;
    this.#prepared = prepared;
    this.#basis = common === undefined ? undefined : keyOf({ common, allowed: archive.issues.map(allowedBy) });
    this.#cache = cache;
    this.#output = output;
  }

  /** Personal items that the site would publish. Files of the standing site have been looked at when they were made. */
  problems(target: OutputFolder): Problem[] {
    const { bulletin, vocabulary } = this.#archive;
    const before = this.#cache.get(kind, keyOf(this.#output))?.head;
    const isJudgedAlike = this.#basis !== undefined && before === this.#basis;
    const leaks = lookThrough(
      target.staging,
      {
        levels: bulletin.ruleLevels,
        allowed: (file) => allowedIn(file, this.#archive),
        names: registeredNames(vocabulary),
      },
      (file) => isJudgedAlike && target.isTakenOver(file),
    );
    return leakProblems(leaks, this.#prepared.root);
  }

  /** To be called when the site is in place. */
  save(): void {
    if (this.#basis !== undefined) this.#cache.put(kind, keyOf(this.#output), this.#basis);
  }
}

/** What an issue allows may stand on its own pages, and on those that tell of several issues. */
function allowedIn(file: string, { bulletin, issues }: Archive): string[] {
  const own = issues.find((issue) => file.startsWith(issuePath(issue)));
  const allowing = own === undefined ? issues.filter(({ internal }) => !internal) : [own];
  return [bulletin, ...allowing].flatMap(allowedBy);
}

function allowedBy({ privacyAllowed }: Bulletin | Issue): string[] {
  return privacyAllowed.map(({ content }) => content);
}
