/**
 * Runs the source of a JavaScript function without parameters in the page; resolves with its result (JSON, may be a promise). Timers and
 * animation frames never fire, because the scripts of the page are disabled.
 */
type RunInPage = (source: string) => Promise<unknown>;

/** One document to print. (打印任务) */
export interface PrintJob {
  /** The name of the document in errors, e.g. `2020-15`. */
  readonly name: string;
  /** A complete document with relative links to its assets. Its scripts are never run. */
  readonly html: string;
  /** Relative path with `/` → bytes, or the absolute path of a file to copy. */
  readonly assets: ReadonlyMap<string, Uint8Array | string>;
  /**
   * Called just before printing, when fonts and images are ready, e.g. to divide the text into pages. Its result is returned as `layout`.
   * The page then has the style of its print medium, but no pages.
   */
  readonly layout?: (run: RunInPage) => Promise<unknown>;
  /** Time limit in milliseconds of one try; by default it depends on the document (`usualLimit`). */
  readonly timeoutMs?: number;
}

export interface PrintedPdf {
  readonly name: string;
  /** The PDF from the browser: tagged, with outline, not yet PDF/A. */
  readonly raw: Uint8Array;
  /** The result of `layout`. */
  readonly layout: unknown;
  /** 1, or 2 if the browser failed once. */
  readonly tries: number;
}

/** Advice for a document that always fails for a reason that an editor cannot remove. */
const sameAgain = "再印一次也会这样：请把这段话和这一期的文件夹发给维护的人。";

/** A document could not be printed. `message` is Chinese and contains the name of the job. */
export class PrintError extends Error {
  override readonly name = "PrintError";
  readonly job: string;
  /** `message` without the name of the job. */
  readonly reason: string;
  /** Advice in Chinese. */
  readonly hint: string;
  /** The beginning of the printed text that an editor has to shorten. */
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
