/** What has to be cleared away when a signal ends the process. (中断) */

const cleanups = new Set<() => void>();

/** `cleanup` must be quick. Returns how to forget it, when there is nothing to clear away any more. */
export function atEnd(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

/**
 * Has Ctrl+C, a closed window or `kill` end the process as usual, but tidily. Code that keeps the thread busy is ended when it is through.
 * One more changes nothing: npm hands on what the terminal has sent to all.
 */
export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      for (const cleanup of [...cleanups].reverse()) attempt(cleanup);
      process.removeAllListeners(signal);
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
