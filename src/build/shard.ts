/** `--shard i/n`: the share of the issues that one of several machines prints. (分头打印) */

import { EnvironmentError } from "../base/problem/environment-error.ts";

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** @throws EnvironmentError when it is not written `2/4`. */
export function readShard(typed: string): Shard {
  const [, index = 0, count = 0] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(typed) ?? []).map(Number);
  if (index < 1 || index > count)
    throw new EnvironmentError(`--shard 的写法“${typed}”不对`, "写成“第几份/共几份”，如 --shard 1/4。");
  return { index, count };
}

/** Every n-th issue: long and short ones, old and new, are shared out evenly. */
export function shareOf<T>(items: readonly T[], { index, count }: Shard): T[] {
  return items.filter((_, at) => at % count === index - 1);
}
