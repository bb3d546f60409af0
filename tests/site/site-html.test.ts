/** What can be said of the built files without a browser: valid, linked, sealed, and without what is internal. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { htmlRules } from "../support/html-rules.ts";
import { Sandbox } from "../support/cli.ts";
import { htmlFiles, readSite, siteFiles } from "../support/site-files.ts";
import { internalMark } from "../support/synthetic-archive.ts";
import { syntheticSite } from "../support/synthetic-site.ts";
import type { SyntheticSite } from "../support/synthetic-site.ts";

const example = new Sandbox();
let made: SyntheticSite;
beforeAll(async () => {
  const building = syntheticSite(45, { perYear: 18, internalEvery: 7 });
  const outcome = await example.run("build");
  expect(outcome.code, outcome.stderr).toBe(0);
  made = await building;
});
afterAll(() => {
  example.dispose();
  made?.dispose();
});

const sites = (): [string, string][] => [
  ["example", example.output],
  ["synthetic", made.site],
];

test("every page is valid HTML", async () => {
  const validator = new HtmlValidate(htmlRules);
  for (const [, site] of sites()) {
    const found: string[] = [];
    for (const file of htmlFiles(site)) {
      const report = await validator.validateString(readSite(site, file), file);
      for (const { messages } of report.results)
        found.push(...messages.map((each) => `${file}:${each.line}:${each.column} ${each.ruleId} ${each.message}`));
    }
    expect(found.slice(0, 20)).toEqual([]);
  }
});

test("every internal link and anchor leads somewhere", () => {
  for (const [, site] of sites()) {
    const files = new Set(siteFiles(site));
    const anchors = new Map(
      htmlFiles(site).map((file) => [
        file,
        new Set([...readSite(site, file).matchAll(/ id="([^"]*)"/g)].map((match) => match[1])),
      ]),
    );
    const broken: string[] = [];
    for (const file of htmlFiles(site)) {
      for (const [, typed = ""] of readSite(site, file).matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
        const address = typed.replaceAll("&amp;", "&");
        if (/^(?:https?:|mailto:|data:)/.test(address)) continue;
        const base = `http://site/${file.split("/").map(encodeURIComponent).join("/")}`;
        const { pathname, hash, search } = new URL(address, base);
        const target = decodeURIComponent(pathname.slice(1));
        const anchor = decodeURIComponent(hash.slice(1));
        if (!files.has(target) || search !== "") broken.push(`${file} → ${address}`);
        else if (anchor !== "" && anchors.get(target)?.has(anchor) !== true) broken.push(`${file} → ${address}`);
      }
    }
    expect(broken).toEqual([]);
  }
});

test("links name files, so that they work from a folder; and leave the site only with rel", () => {
  for (const [, site] of sites()) {
    for (const file of htmlFiles(site)) {
      for (const [tag, address = ""] of readSite(site, file).matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)) {
        expect(/\/$/.test(address) && !/^https?:/.test(address), `${file}: ${tag}`).toBe(false);
        if (/^https?:/.test(address)) expect(tag).toMatch(/rel="[^"]*noopener/);
      }
    }
  }
});

test("a policy without unsafe-inline on every page, and nothing inline that it would refuse", () => {
  for (const [, site] of sites()) {
    for (const file of htmlFiles(site).filter((each) => !each.endsWith("/print.html"))) {
      const html = readSite(site, file);
      expect(html, file).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none';`);
      expect(html, file).not.toContain("unsafe-inline");
      expect(html, file).not.toMatch(
        / style="|<style|<script(?![^>]*(?: src=| type="application\/ld\+json"))| on[a-z]+="/,
      );
    }
  }
});

test("the print page has a policy too: styles of its own, no script", () => {
  const pages = htmlFiles(example.output).filter((each) => each.endsWith("/print.html"));
  expect(pages).not.toEqual([]);
  for (const file of pages) {
    const html = readSite(example.output, file);
    expect(html, file).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none';`);
    expect(html, file).not.toMatch(/script-src|<script| on[a-z]+="/);
  }
});

test("internal issues are in no file: not their words, not their number", () => {
  const internal = [6, 13, 20, 27, 34, 41].map((at) => ({ year: 2021 + Math.floor(at / 18), number: (at % 18) + 1 }));
  expect(made.pages.size).toBe(39);
  for (const { year, number } of internal) {
    expect(made.pages.has(`${year}-${number}`)).toBe(false);
    expect(readFileSync(path.join(made.root, `content/issues/${year}-${number}/issue.yaml`), "utf8")).toContain(
      "内部: 是",
    );
  }
  for (const file of siteFiles(made.site)) {
    const bytes = readFileSync(path.join(made.site, file)).toString("latin1");
    const text = Buffer.from(bytes, "latin1").toString("utf8");
    expect(text.includes(internalMark), file).toBe(false);
    for (const { year, number } of internal) {
      expect(text.includes(`${year}年第${number}期`), file).toBe(false);
      expect(text.includes(`issues/${year}/${number}/`), file).toBe(false);
      expect(text.includes(`${year}-${number},`), file).toBe(false);
    }
  }
});

describe("the display face", () => {
  test("goes with its licence, and those of the faces that stand in for an office's in the PDF", () => {
    for (const [, site] of sites()) {
      const licences = readSite(site, "assets/fonts/LICENSES.txt");
      for (const name of ["思源宋体 Bold", "思源黑体 Medium", "霞鹜文楷 Light"]) expect(licences).toContain(name);
      expect(licences.match(/SIL OPEN FONT LICENSE/g)).toHaveLength(3);
    }
  });

  test("holds every character that is set in it", () => {
    for (const [, site] of sites()) {
      const css = readSite(site, "assets/display-fonts.css");
      const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
        ([, from = "", to]) => [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)] as const,
      );
      const missing = new Set<string>();
      for (const file of htmlFiles(site).filter((each) => !each.endsWith("/print.html"))) {
        const html = readSite(site, file);
        // An article's own headings are set in the type of their level, not in the display face.
        const set =
          /<(h[123])(?! class="(?:level-|letter-title))(?: [^>]*)?>([\s\S]*?)<\/\1>|class="(?:issue-number|brand-name)"[^>]*>([^<]*)</g;
        for (const [, , heading = "", other = ""] of html.matchAll(set)) {
          for (const character of (heading + other).replace(/<[^>]*>|&[a-z0-9#]+;|\s/g, "")) {
            const code = character.codePointAt(0) ?? 0;
            if (!ranges.some(([from, to]) => code >= from && code <= to)) missing.add(`${character} (${file})`);
          }
        }
      }
      expect([...missing]).toEqual([]);
    }
  });
});

test("what machines are told: sitemap, robots, feed and structured data", () => {
  const site = example.output;
  const map = readSite(site, "sitemap.xml");
  expect(map).toContain("<loc>https://jianbao.example/issues/2020/15/</loc><lastmod>2020-11-08</lastmod>");
  expect(map).toContain(`<loc>https://jianbao.example/units/${encodeURI("零陵区")}/</loc>`);
  expect(map).not.toContain("404");
  expect(readSite(site, "robots.txt")).toContain("Sitemap: https://jianbao.example/sitemap.xml");
  const html = readSite(site, "issues/2020/15/index.html");
  const data = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? "") as Record<
    string,
    unknown
  >;
  expect(data).toMatchObject({
    "@type": "PublicationIssue",
    issueNumber: "15",
    datePublished: "2020-11-08",
    url: "https://jianbao.example/issues/2020/15/",
  });
  expect(html).toContain(`<meta property="og:image" content="https://jianbao.example/assets/social.png">`);
  const feed = readSite(site, "feed.xml");
  const size = readFileSync(path.join(site, "issues/2020/15/2020-15.pdf")).length;
  expect(feed).toContain(`<link rel="enclosure" type="application/pdf" length="${size}"`);
  expect(feed).toContain("石期河流域历史遗留废弃矿山");
});
