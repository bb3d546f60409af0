/** Clean-up when a signal ends the process. (中断) */

const cleanups = new Set<() => void>();

/** Registers a clean-up, which must be quick; returns a function that cancels it. */
export function atEnd(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

/**
 * Lets Ctrl+C, a closed window or `kill` end the process as usual, after clean-up. Synchronous work finishes first. A
 * second signal is ignored, because npm forwards what the terminal has already sent to every process.
 */
export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      for (const cleanup of [...cleanups].reverse()) attempt(cleanup);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
}

/** What fails here is cleared away by the next run. */
function attempt(cleanup: () => void): void {
  try {
    cleanup();
  } catch {
    return;
  }
}
