import type { Archive } from "../../model/archive.ts";
import type { PrintedFacts } from "../../model/issue-record.ts";

/**
 * The archive as a published issue sees it: masthead, recipients and contacts as they were printed. Leaders and telephones change, and
 * what `data/bulletin.yaml` says today is for the issues to come.
 */
export function asPrinted(archive: Archive, facts: PrintedFacts | undefined): Archive {
  if (facts === undefined) return archive;
  const { scope, name, issuer, recipients, contacts } = facts;
  return { ...archive, bulletin: { ...archive.bulletin, masthead: { scope, name }, issuer, recipients, contacts } };
}

/** What goes on record of the bulletin's facts for an issue. */
export function printedFacts({ bulletin }: Archive): PrintedFacts {
  const { masthead, issuer, recipients, contacts } = bulletin;
  return { ...masthead, issuer, recipients, contacts };
}
