/** The masthead, 1200 × 630 pixels. */

import { subsetFaces, webFace } from "../pdf/index.ts";
import { templates } from "../templates/environment.ts";
import type { SiteFacts } from "../web/site-facts.ts";

const width = 1200;
const height = 630;

export async function drawCard(site: Pick<SiteFacts, "brand" | "publisher">): Promise<Uint8Array> {
  const page = await cardPage(site);
  const [{ launchBrowser }, { locateBrowser }] = await Promise.all([
    import("../pdf/browser/launch.ts"),
    import("../pdf/browser/locate.ts"),
  ]);
  const running = await launchBrowser(await locateBrowser(process.env));
  try {
    const tab = await running.browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.setViewport({ width, height });
    await tab.setContent(page, { waitUntil: "load" });
    return await tab.screenshot({ type: "png", clip: { x: 0, y: 0, width, height } });
  } finally {
    await running.close();
  }
}

async function cardPage({ brand, publisher }: Pick<SiteFacts, "brand" | "publisher">): Promise<string> {
  const { faces } = await subsetFaces({ 小标宋: `${brand.scope ?? ""}${brand.name}${publisher}` });
  const fonts = faces.map((face) => ({ family: face.family, data: Buffer.from(webFace(face)).toString("base64") }));
  return templates().render("card.njk", { brand, publisher, fonts, width, height, nameSize: nameSize(brand.name) });
}

/** As large as the width allows, on one line up to about fifteen characters. */
function nameSize(name: string): number {
  return Math.max(64, Math.min(150, Math.floor((width - 180) / (name.length * 1.15))));
}
