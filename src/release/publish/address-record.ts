/** The record of published addresses. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { addressList } from "../../output/published-addresses.ts";
import { addressRecord } from "../../record/address-record.ts";

const head = `# 已经发布的地址，一行一个，由 npm run publish 记下。build 和 check 会核对：这些地址一个也不能少。
`;

/** Addresses of a built or published site; none where it has no list. */
export function addressesOf(site: string): string[] {
  const file = path.join(site, addressList);
  return existsSync(file) ? lines(readFileSync(file, "utf8")) : [];
}

/** The record below `root` extended by the addresses of `site`, and the number of new ones. */
export function nextAddresses(root: string, site: string): { readonly text: string; readonly added: number } {
  const file = path.join(root, addressRecord);
  const known = existsSync(file) ? lines(readFileSync(file, "utf8")) : [];
  const all = [...new Set([...known, ...addressesOf(site)])].sort();
  return { text: `${head}${all.join("\n")}\n`, added: all.length - known.length };
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
