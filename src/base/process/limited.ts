/** Runs `work` for each item, at most `limit` at a time. */
export async function eachLimited<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  let failed = false;
  const run = async (): Promise<void> => {
    for (let next = queue.next(); !failed && next.done !== true; next = queue.next()) {
      try {
        await work(next.value);
      } catch (fault) {
        failed = true;
        throw fault;
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, run));
}
