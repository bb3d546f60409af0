/** Rectangles on a sheet, in millimetres from its top left corner, y downwards. */

/** Points in one millimetre (1 pt = 1/72 inch). */
export const pointsPerMillimetre = 72 / 25.4;

export function millimetres(points: number): number {
  return points / pointsPerMillimetre;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box around all boxes; `undefined` if there are none. */
export function around(boxes: Iterable<Box>): Box | undefined {
  let whole: Box | undefined;
  for (const box of boxes) {
    whole =
      whole === undefined
        ? box
        : {
            left: Math.min(whole.left, box.left),
            top: Math.min(whole.top, box.top),
            right: Math.max(whole.right, box.right),
            bottom: Math.max(whole.bottom, box.bottom),
          };
  }
  return whole;
}

/** The intersection of two boxes, which may have no width or height; `undefined` when they do not touch. */
export function common(a: Box, b: Box): Box | undefined {
  const box = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return box.left <= box.right && box.top <= box.bottom ? box : undefined;
}

export function width(box: Box): number {
  return box.right - box.left;
}

export function height(box: Box): number {
  return box.bottom - box.top;
}

export function middle(box: Box): { readonly x: number; readonly y: number } {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
