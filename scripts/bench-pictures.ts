/** Forty telephone photographs (12 megapixels, about 5 MB each): time added to the first and second build. */

import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";

const product = path.resolve(import.meta.dirname, "..");
const photographs = 40;
const folder = "content/issues/2020-15";

export async function benchPictures(): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), "jianbao-bench-"));
  try {
    for (const part of ["content", "data"])
      cpSync(path.join(product, part), path.join(root, "root", part), { recursive: true });
    const build = (...options: string[]): number => {
      const started = performance.now();
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          "scripts/start.mjs",
          "build",
          "--quiet",
          "--root",
          path.join(root, "root"),
          "--output",
          path.join(root, "site"),
          ...options,
        ],
        { cwd: product, encoding: "utf8" },
      );
      if (status !== 0) throw new Error(stderr);
      return (performance.now() - started) / 1000;
    };
    build();
    const without = build("--no-cache");
    let bytes = 0;
    const kinds = [await telephonePhotograph(1), await telephonePhotograph(2)];
    for (let at = 1; at <= photographs; at++) {
      const photograph = numbered(kinds[at % kinds.length] ?? Buffer.alloc(0), at);
      bytes += photograph.length;
      writeFileSync(path.join(root, "root", folder, `照片${at}.jpg`), photograph);
    }
    const shown = Array.from({ length: photographs }, (_, at) => `\n![第${at + 1}张](照片${at + 1}.jpg)\n`).join("");
    appendFileSync(path.join(root, "root", folder, "05-信访件情况.md"), shown);
    const first = build();
    const second = build();
    // A changed text reprints everything but must not encode photographs again.
    appendFileSync(path.join(root, "root", folder, "05-信访件情况.md"), "\n以上照片由各县区提供。\n");
    const changed = build();
    const each = (first - without) / photographs;
    console.log(`${photographs} photographs of ${(bytes / photographs / 2 ** 20).toFixed(1)} MB, whole processes`);
    console.log(
      `without them ${without.toFixed(1)} s; first build ${first.toFixed(1)} s: ${each.toFixed(2)} s each; promised: 1.5 s`,
    );
    console.log(`second build ${second.toFixed(1)} s; with a sentence changed ${changed.toFixed(1)} s`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A unique comment (JPEG, COM) makes each file different. */
function numbered(jpeg: Buffer, at: number): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 4, 0, at]), jpeg.subarray(2)]);
}

/** Light, shade and sensor noise; every other one rotated, as from a telephone in upright position. */
async function telephonePhotograph(seed: number): Promise<Buffer> {
  const [width, height] = [4032, 3024];
  const grain = await sharp({
    create: { width, height, channels: 3, background: "#777", noise: { type: "gaussian", mean: 128, sigma: 14 } },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const light = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><linearGradient id="a" x2="1" y2="1"><stop stop-color="hsl(${seed * 37},60%,40%)"/><stop offset="1" stop-color="hsl(${seed * 71},50%,75%)"/></linearGradient><rect width="100%" height="100%" fill="url(#a)"/></svg>`,
  );
  return sharp(grain)
    .composite([{ input: light, blend: "overlay" }])
    .withExif({ IFD0: { Make: "HUAWEI", Model: "P40" } })
    .withMetadata({ orientation: seed % 2 === 0 ? 6 : 1 })
    .jpeg({ quality: 92 })
    .toBuffer();
}
