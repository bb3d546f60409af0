/** A regular file of a tar archive. */
interface TarFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
}

const block = 512;

/** Reads the regular files of a ustar archive. @throws Error when a path leads out of the archive. */
export function readTar(archive: Buffer): TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + block <= archive.length;) {
    const text = (start: number, length: number): string =>
      archive.toString("latin1", at + start, at + start + length).replace(/\0[\s\S]*$/, "");
    const path = text(0, 100);
    if (path === "") break;
    const size = parseInt(text(124, 12).trim() || "0", 8);
    if (path.startsWith("/") || path.split("/").includes(".."))
      throw new Error(`the archive holds a path outside it: ${path}`);
    if (text(156, 1) === "0" || text(156, 1) === "") {
      files.push({ path, bytes: archive.subarray(at + block, at + block + size) });
    }
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}
