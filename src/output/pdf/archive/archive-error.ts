/** The printed pages hold what an archive file (PDF/A-1b) must not; `message` is Chinese. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
