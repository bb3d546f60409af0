/** The card that other sites show with a link to this one: the masthead, 1200 × 630 pixels. (分享图) */

import { escapeHtml } from "../../base/text/markup.ts";
import { subsetFaces, webFace } from "../../output/pdf/index.ts";
import type { Cached } from "./display-fonts.ts";
import type { SiteFacts } from "../../output/web/site-facts.ts";

const width = 1200;
const height = 630;

/** Cached, as the site's name seldom changes. */
export async function socialImage(site: SiteFacts, cached: Cached): Promise<Uint8Array> {
  const { brand, publisher } = site;
  return cached({ brand, publisher }, async () => screenshot(await cardHtml(site)));
}

async function screenshot(card: string): Promise<Uint8Array> {
  const [{ launchBrowser }, { locateBrowser }] = await Promise.all([
    import("../../output/pdf/browser/launch.ts"),
    import("../../output/pdf/browser/locate.ts"),
  ]);
  const running = await launchBrowser(await locateBrowser(process.env));
  try {
    const page = await running.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport({ width, height });
    await page.setContent(card, { waitUntil: "load" });
    return await page.screenshot({ type: "png", clip: { x: 0, y: 0, width, height } });
  } finally {
    await running.close();
  }
}

async function cardHtml({ brand, publisher }: SiteFacts): Promise<string> {
  const { faces } = await subsetFaces({ xiaobiaosong: `${brand.scope ?? ""}${brand.name}${publisher}` });
  const rules = faces.map((face) => {
    const data = Buffer.from(webFace(face)).toString("base64");
    return `@font-face { font-family: "${face.family}"; src: url("data:font/woff2;base64,${data}"); }`;
  });
  const families = faces.map(({ family }) => `"${family}"`).join(", ");
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
${rules.join("\n")}
body { margin: 0; width: ${width}px; height: ${height}px; display: grid; align-content: center; justify-items: center; gap: 28px;
  box-sizing: border-box; padding: 60px 90px; border-top: 24px solid #b3121d; background: #fff; font-family: ${families};
  text-align: center; text-wrap: balance; }
p { margin: 0; }
.scope { color: #b3121d; font-size: 46px; line-height: 1.35; }
.name { color: #b3121d; font-size: ${nameSize(brand.name)}px; line-height: 1.2; letter-spacing: 0.15em; margin-right: -0.15em; }
.publisher { border-top: 4px solid #b3121d; padding-top: 28px; font-size: 32px; color: #333; }
</style>
${brand.scope === undefined ? "" : `<p class="scope">${escapeHtml(brand.scope)}</p>`}
<p class="name">${escapeHtml(brand.name)}</p>
<p class="publisher">${escapeHtml(publisher)}</p></html>`;
}

/** As large as the width allows, on one line up to about fifteen characters. */
function nameSize(name: string): number {
  return Math.max(64, Math.min(150, Math.floor((width - 180) / (name.length * 1.15))));
}
