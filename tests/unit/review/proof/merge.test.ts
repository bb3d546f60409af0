/** The parts of a draft for signature in one file. */

import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { mergeProof } from "../../../../src/review/proof/merge.ts";

async function pdf(pages: number, width: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < pages; page++) {
    const added = document.addPage([width, 842]);
    added.drawRectangle({ x: 10, y: 10, width: 20 + page, height: 5 });
    added.node.set(PDFName.of("StructParents"), document.context.obj(page));
  }
  document.catalog.set(PDFName.of("Metadata"), document.context.obj({}));
  return document.save();
}

test("slip, bulletin, table, in this order; the bulletin's tags stay, those of others do not point into them", async () => {
  const [bulletin, slip, check, odd, even] = await Promise.all([
    pdf(3, 595),
    pdf(1, 500),
    pdf(2, 510),
    pdf(1, 595),
    pdf(1, 595),
  ]);
  const parts = { bulletin, slip, check, overlays: [odd, even] as const, title: "第15期（送审稿）" };
  const bytes = await mergeProof(parts);
  const merged = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(merged.getPages().map((page) => page.getWidth())).toEqual([500, 595, 595, 595, 510, 510]);
  expect(merged.getPages().map(({ node }) => node.has(PDFName.of("StructParents")))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(merged.catalog.has(PDFName.of("Metadata"))).toBe(false);
  expect(merged.getTitle()).toBe("第15期（送审稿）");
  expect(Buffer.from(await mergeProof(parts)).equals(Buffer.from(bytes))).toBe(true);
});
