/** The printed pages contain something that PDF/A-1b forbids; `message` is Chinese. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
