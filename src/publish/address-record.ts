/** The record of what has been published. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { move } from "../cache/move.ts";
import { addressList, addressRecord } from "../view/site/published-addresses.ts";

const head = `# 已经发布的地址，一行一个，由 npm run publish 记下。build 和 check 会核对：这些地址一个也不能少。
`;

/** Addresses of a built or published site; none where it has no list. */
export function addressesOf(site: string): string[] {
  const file = path.join(site, addressList);
  return existsSync(file) ? lines(readFileSync(file, "utf8")) : [];
}

/** Puts the addresses of `site` on the record below `root`; returns how many are new. */
export function recordAddresses(root: string, site: string): number {
  const file = path.join(root, addressRecord);
  const known = existsSync(file) ? lines(readFileSync(file, "utf8")) : [];
  const all = [...new Set([...known, ...addressesOf(site)])].sort();
  if (all.length === known.length) return 0;
  writeFileSync(`${file}.${process.pid}`, `${head}${all.join("\n")}\n`);
  move(`${file}.${process.pid}`, file);
  return all.length - known.length;
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
