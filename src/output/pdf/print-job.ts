/**
 * Runs the source of a JavaScript function without parameters in the page; resolves with what it returns (JSON, may be a promise).
 * As the page's scripts are off, timers and animation frames never fire in it.
 */
type RunInPage = (source: string) => Promise<unknown>;

/** One document to print. (打印任务) */
export interface PrintJob {
  /** Names the document in errors, e.g. `2020-15`. */
  readonly name: string;
  /** A complete document; it reaches its assets by relative links only. Its scripts are never run. */
  readonly html: string;
  /** Relative path with `/` → the bytes, or the absolute path of a file to copy. Laid beside the document. */
  readonly assets: ReadonlyMap<string, Uint8Array | string>;
  /**
   * Called once fonts and images are ready and just before printing, e.g. to divide the text into pages. What it returns comes back
   * as `layout`. The page is then in the form of its printed medium, in one strip.
   */
  readonly layout?: (run: RunInPage) => Promise<unknown>;
  /** Time limit in milliseconds of one try; unless told, one that grows with the document (`usualLimit`). */
  readonly timeoutMs?: number;
}

export interface PrintedPdf {
  readonly name: string;
  /** As the browser wrote it: tagged, with outline, not yet an archive file. */
  readonly raw: Uint8Array;
  /** What `layout` returned. */
  readonly layout: unknown;
  /** 1, or 2 where the browser failed once. */
  readonly tries: number;
}

/** What is to be done about a document that fails whenever it is printed, for no reason that an editor can mend. */
const sameAgain = "再印一次也会这样：请把这段话和这一期的文件夹发给维护的人。";

/** A document could not be printed. `message` is Chinese and names the job. */
export class PrintError extends Error {
  override readonly name = "PrintError";
  readonly job: string;
  /** `message` without the job's name. */
  readonly reason: string;
  /** What to do about it, in Chinese. */
  readonly hint: string;
  /** What an editor can shorten: how it begins, as printed. */
  readonly words: string | undefined;

  constructor(
    job: string,
    reason: string,
    { hint, words, ...options }: ErrorOptions & { readonly hint?: string; readonly words?: string | undefined } = {},
  ) {
    super(`“${job}”打印失败：${reason}`, options);
    this.job = job;
    this.reason = reason;
    this.hint = hint ?? sameAgain;
    this.words = words;
  }
}
