import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** All files of a site, from its root, with `/`. */
export function siteFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(path.join(site, file)).isFile())
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}

export function htmlFiles(site: string): string[] {
  return siteFiles(site).filter((file) => file.endsWith(".html"));
}

export function readSite(site: string, file: string): string {
  return readFileSync(path.join(site, file), "utf8");
}
