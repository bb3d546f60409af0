import type { Archive } from "../../model/archive.ts";
import type { Issue } from "../../model/issue.ts";
import { isCutOff } from "../../model/unread.ts";
import type { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import type { Subject } from "./subject.ts";

/** The issues of an archive as the rules see them: one whole, of those before it heads and counts, and none of those after it. */
export class Subjects {
  readonly #archive: Archive;
  readonly #talliesOf: (issue: Issue) => IssueTallies | undefined;
  /** The issues without their articles, oldest first. */
  readonly #heads: readonly Issue[];
  /** All of them. */
  readonly #whole: Archive;
  readonly #earlier: Subject[] = [];

  constructor(archive: Archive, talliesOf: (issue: Issue) => IssueTallies | undefined) {
    this.#archive = archive;
    this.#talliesOf = talliesOf;
    this.#heads = archive.issues.map((issue) => ({ ...issue, articles: [] }));
    this.#whole = { ...archive, issues: this.#heads };
  }

  /** For rules that look at an issue and those before it. */
  of(issue: Issue): Subject {
    const at = this.#archive.issues.indexOf(issue);
    return {
      archive: { ...this.#archive, issues: [...this.#heads.slice(0, at), issue] },
      issue,
      tallies: this.#talliesOf(issue),
      previous: this.#previousOf(issue, at),
    };
  }

  /** For rules over the whole archive. */
  inArchive(issue: Issue): Subject {
    const at = this.#archive.issues.indexOf(issue);
    const head = this.#heads[at] ?? issue;
    return {
      archive: this.#whole,
      issue: head,
      tallies: this.#talliesOf(issue),
      previous: this.#previousOf(issue, at),
    };
  }

  /** `undefined` also where the issue before cannot be read: nothing that rests on it is to be told. */
  #previousOf(issue: Issue, at: number): Subject | undefined {
    return isCutOff(this.#archive, issue) ? undefined : this.#before(at);
  }

  /** One after the other, as an archive of years would be too deep for recursion. */
  #before(at: number): Subject | undefined {
    for (let next = this.#earlier.length; next < at; next++) {
      const head = this.#heads[next];
      if (head === undefined) break;
      this.#earlier.push({
        archive: { ...this.#archive, issues: this.#heads.slice(0, next + 1) },
        issue: head,
        tallies: this.#talliesOf(this.#archive.issues[next] ?? head),
        previous: isCutOff(this.#archive, this.#archive.issues[next] ?? head) ? undefined : this.#earlier[next - 1],
      });
    }
    return this.#earlier[at - 1];
  }
}
