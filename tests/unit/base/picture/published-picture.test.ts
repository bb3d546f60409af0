/** How many pixels are made of a picture: never more than 300 dots an inch of what is drawn. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { fewerPixels, publishedPicture } from "../../../../src/base/picture/published-picture.ts";

const pitch = 10.45;
const pixels = 96 / 25.4;
const place = { width: 134 * pixels, height: 12 * pitch * pixels };

const side = fc.oneof(fc.integer({ min: 8, max: 9000 }), fc.integer({ min: 300, max: 1800 }));

test("of a photograph, a strip or a tower, whole or drawn smaller", () => {
  fc.assert(
    fc.property(side, side, fc.double({ min: 0.6, max: 1, noNaN: true }), (width, height, share) => {
      const head = { kind: "jpeg", width, height, isGraphic: false, isFirstOfMore: false, texts: [] } as const;
      for (const [part, made] of [
        [1, publishedPicture("a.jpg", head, pitch)],
        [share, fewerPixels({ width, height }, share, pitch) ?? { width, height }],
      ] as const) {
        const { width: across = 0, height: down = 0 } = made;
        // The place is laid out by the shape that the file has, and drawn in whole pixels of the browser's.
        const scale = part * Math.min(1, place.width / width, place.height / height);
        const isWide = place.width / width < place.height / height;
        const laidOut = isWide
          ? [width * scale, (width * scale * down) / across]
          : [(height * scale * across) / down, height * scale];
        for (const [at, dots] of [across, down].entries()) {
          if (dots < 4) continue;
          const shown = (dots / Math.floor((laidOut[at] ?? 0) + 1e-9)) * 96;
          expect(shown, `${across} × ${down} of ${width} × ${height}, ${part}`).toBeLessThanOrEqual(300);
        }
        expect(across).toBeLessThanOrEqual(width);
        expect(down).toBeLessThanOrEqual(height);
        // Of all that print shows, nothing that could be seen is given away.
        if (Math.min(across, down) < 60) continue;
        expect(across).toBeGreaterThan(Math.min(width, width * scale * 3.125) * 0.93);
        expect(Math.abs(Math.log((across * height) / (down * width)))).toBeLessThan(0.04);
      }
    }),
    { numRuns: 3000, seed: 7 },
  );
});
