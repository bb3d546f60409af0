/** Something took longer than it may. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
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
