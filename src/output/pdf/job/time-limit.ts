import type { PrintJob } from "../print-job.ts";

/** A time limit was exceeded. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

/** Milliseconds. Puppeteer gives up after ten minutes. */
const [shortest, longest] = [30_000, 590_000];
/** Milliseconds for text and pictures in the browser on a busy machine. */
const [perCharacter, perMegabyte] = [0.03, 300];

/** Approximate milliseconds for printing a document, besides the half second of any document. Fonts are counted like pictures, but are small. */
export function printingTime(html: string, files: ReadonlyMap<string, Uint8Array | string>): number {
  let bytes = 0;
  for (const file of files.values()) bytes += file.length;
  return html.length * perCharacter + (bytes / 1e6) * perMegabyte;
}

/** Milliseconds that suffice for a document even on a very busy machine; one that takes longer hangs. */
export function usualLimit({ html, assets }: Pick<PrintJob, "html" | "assets">): number {
  return Math.min(longest, Math.round(shortest + 10 * printingTime(html, assets)));
}

/** The result of `work`, if it does not take longer than `limit` milliseconds; otherwise it continues unobserved. @throws TimeLimitError */
export async function withinLimit<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(`超过 ${limit / 1000} 秒`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
