/** Pages of a PDF as pdf.js draws them. */

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

interface Canvases {
  create(width: number, height: number): { canvas: { toBuffer(type: "image/png"): Buffer } };
}

/** As PNG, `resolution` dots an inch. */
export async function drawnPages(pdf: Uint8Array, resolution: number): Promise<Buffer[]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const canvases = document.canvasFactory as Canvases;
  const pages: Buffer[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: resolution / 72 });
    const { canvas } = canvases.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    pages.push(canvas.toBuffer("image/png"));
  }
  await task.destroy();
  return pages;
}
