import type { PrintJob } from "../print-job.ts";

/** Something took longer than it may. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

/** Milliseconds. What drives the browser gives up after ten minutes. */
const [shortest, longest] = [30_000, 590_000];
/** Milliseconds that text and pictures take in a browser on a machine that has other things to do as well. */
const [perCharacter, perMegabyte] = [0.03, 300];

/** Milliseconds that a document takes to be printed, about, beside the half second that any takes. Its fonts are not pictures, but few. */
export function printingTime(html: string, files: ReadonlyMap<string, Uint8Array | string>): number {
  let bytes = 0;
  for (const file of files.values()) bytes += file.length;
  return html.length * perCharacter + (bytes / 1e6) * perMegabyte;
}

/** Milliseconds that suffice for a document even where many others want the processor: one that takes longer hangs. */
export function usualLimit({ html, assets }: Pick<PrintJob, "html" | "assets">): number {
  return Math.min(longest, Math.round(shortest + 10 * printingTime(html, assets)));
}

/** The outcome of `work`, unless it takes longer than `limit` milliseconds; it is then left to itself. @throws TimeLimitError */
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
