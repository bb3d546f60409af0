/** What has to be cleared away when a signal ends the process. (中断) */

const cleanups = new Set<() => void>();

/** `cleanup` must be quick. Returns how to forget it, when there is nothing to clear away any more. */
export function atEnd(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

/**
 * Has Ctrl+C, a closed window or `kill` end the process as usual, but tidily. A second one ends it at once. Code that keeps the thread
 * busy is ended when it is through.
 */
export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => {
      for (const cleanup of [...cleanups].reverse()) attempt(cleanup);
      process.kill(process.pid, signal);
    });
}

/** What one leaves, the next run clears away. */
function attempt(cleanup: () => void): void {
  try {
    cleanup();
  } catch {
    return;
  }
}
