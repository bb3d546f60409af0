/** Issues that exist but cannot be read (读不出来的期): nothing may be reported as missing that they could contain. */

import type { Archive, UnreadIssue } from "./archive.ts";
import type { Issue } from "./issue.ts";

export function unreadIssue(id: string): UnreadIssue {
  const named = /^(\d{4})-0*(\d+)$/.exec(id);
  return { id, number: named === null ? undefined : { year: Number(named[1]), value: Number(named[2]) } };
}

/** Whether a part of the issue could not be read, so that its printed text is unknown. */
export function isIncomplete({ countsBroken, unreadParts }: Issue): boolean {
  return countsBroken || unreadParts;
}

/** Whether the head or the counts of an earlier issue could not be read, so that statements about earlier issues may be wrong. */
export function restsOnUnread(archive: Pick<Archive, "issues" | "unread">, issue: Issue): boolean {
  const earlier = archive.issues.slice(0, Math.max(0, archive.issues.indexOf(issue)));
  return earlier.some(({ countsBroken }) => countsBroken) || archive.unread.some((unread) => isBefore(unread, issue));
}

/** Whether it is unknown which issue directly precedes this one, or what its counts are. */
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
