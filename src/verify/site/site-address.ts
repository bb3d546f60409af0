/** Downloads a published site from its address. */

import { createHash } from "node:crypto";
import { EnvironmentError } from "../../base/problem/environment-error.ts";

/** Number of simultaneous requests, limited for the servers of small offices. */
const together = 6;
/** Milliseconds within which a file must arrive. */
const limit = 120_000;

/** Whether a file is hidden, such as the mark of a site. Web servers do not need to deliver those. */
export const isHiddenFile = (file: string): boolean => file.split("/").some((part) => part.startsWith("."));

/** `typed`: the address of the site's root or home page. @throws EnvironmentError when it is not an address. */
export function siteAddress(typed: string): URL {
  try {
    const url = new URL(typed);
    url.search = url.hash = "";
    url.pathname = url.pathname.replace(/\/(?:index\.html)?$/, "") + "/";
    return url;
  } catch {
    throw new EnvironmentError(`“${typed}”不是网址`, "请写网站首页的网址，如 https://example.gov.cn/jianbao/。");
  }
}

/** `undefined` when the file does not exist. */
export function fetchText(site: URL, file: string): Promise<string | undefined> {
  return ask(site, file, (response) => response.text());
}

/** SHA-256 of the files that exist. */
export async function fetchDigests(site: URL, files: readonly string[]): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const waiting = files.filter((file) => !isHiddenFile(file)).values();
  const work = async (): Promise<void> => {
    for (const file of waiting) {
      const digest = await ask(site, file, digestOf);
      if (digest !== undefined) digests.set(file, (await redirected(site, file)) ?? digest);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return digests;
}

/** The digest of the page to which the server redirects readers who open the folder of `file`; `undefined` without a redirect. */
async function redirected(site: URL, file: string): Promise<string | undefined> {
  if (!/(?:^|\/)index\.html$/.test(file)) return undefined;
  return await ask(site, file.replace(/index\.html$/, ""), async (response) => {
    if (response.redirected) return digestOf(response);
    await response.body?.cancel();
    return undefined;
  });
}

async function digestOf({ body }: Response): Promise<string> {
  const hash = createHash("sha256");
  if (body !== null) for await (const chunk of body) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

/** `undefined` when the file does not exist. @throws EnvironmentError when the server cannot be reached or fails. */
async function ask<T>(site: URL, file: string, read: (response: Response) => Promise<T>): Promise<T | undefined> {
  const url = new URL(file.split("/").map(encodeURIComponent).join("/"), site);
  let status: number;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limit), cache: "no-store" });
    if (response.ok) return await read(response);
    status = response.status;
    await response.body?.cancel();
  } catch (cause) {
    throw new EnvironmentError(`打不开 ${url.href}`, "请检查网络和网址，用浏览器打开试试，再运行一次。", { cause });
  }
  if ([403, 404, 410].includes(status)) return undefined;
  throw new EnvironmentError(
    `${url.href} 读不到（HTTP ${status}）`,
    "请过一会儿再运行；还是这样，请告诉管服务器的人。",
  );
}
