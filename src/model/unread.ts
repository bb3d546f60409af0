/** Issues that are there, or were published, but cannot be read (读不出来的期): whoever would say that something is missing looks here first. */

import type { Archive, UnreadIssue } from "./archive.ts";
import type { Issue } from "./issue.ts";

export function unreadIssue(id: string): UnreadIssue {
  const named = /^(\d{4})-0*(\d+)$/.exec(id);
  return { id, number: named === null ? undefined : { year: Number(named[1]), value: Number(named[2]) } };
}

/** Is something of the issue itself unread, so that what it prints is not known? */
export function isIncomplete({ countsBroken, unreadParts }: Issue): boolean {
  return countsBroken || unreadParts;
}

/** Is there an issue before this one whose head or counts could not be read? What is said of earlier issues then may be wrong. */
export function restsOnUnread(archive: Pick<Archive, "issues" | "unread">, issue: Issue): boolean {
  const earlier = archive.issues.slice(0, Math.max(0, archive.issues.indexOf(issue)));
  return earlier.some(({ countsBroken }) => countsBroken) || archive.unread.some((unread) => isBefore(unread, issue));
}

/** Is it not known which issue came right before this one, or what its counts were? */
export function isCutOff(archive: Pick<Archive, "issues" | "unread">, issue: Issue): boolean {
  const before = archive.issues[archive.issues.indexOf(issue) - 1];
  if (before?.countsBroken === true) return true;
  return archive.unread.some(
    (unread) =>
      isBefore(unread, issue) && (before === undefined || unread.number === undefined || !isBefore(unread, before)),
  );
}

function isBefore({ number }: UnreadIssue, issue: Issue): boolean {
  return (
    number === undefined ||
    number.year < issue.year ||
    (number.year === issue.year && number.value < issue.number.value)
  );
}
