/** Pictures that articles show: they must be there, inside the folder, and of a kind that prints. */

import { closeSync, openSync, readSync, statSync } from "node:fs";
import { error } from "../problem/problem.ts";
import type { Place } from "../problem/problem.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Root } from "./root.ts";

const kinds: readonly {
  readonly ending: RegExp;
  readonly name: string;
  readonly magic: readonly number[] | undefined;
}[] = [
  { ending: /\.png$/i, name: "PNG", magic: [0x89, 0x50, 0x4e, 0x47] },
  { ending: /\.jpe?g$/i, name: "JPEG", magic: [0xff, 0xd8, 0xff] },
  { ending: /\.gif$/i, name: "GIF", magic: [0x47, 0x49, 0x46] },
  { ending: /\.webp$/i, name: "WebP", magic: [0x52, 0x49, 0x46, 0x46] },
  { ending: /\.svg$/i, name: "SVG", magic: undefined },
];

/** A photograph straight from a camera comes to a third of this. Bytes. */
const largestPicture = 30 * 1024 * 1024;

/** Reports what is wrong with a picture `source` shown at `place`; true when it can be used. */
export function checkPicture(root: Root, folder: string, source: string, place: Place): boolean {
  const refuse = (code: string, message: string, hint: string): false => {
    root.problems.push(error(code, place, message, hint));
    return false;
  };
  if (/^[a-z]:[\\/]/i.test(source)) {
    return refuse("picture-path", `图片“${source}”是这台电脑上的路径`, "请把图片放进这一期的文件夹，只写文件名。");
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) {
    return refuse(
      "picture-address",
      `图片“${source.slice(0, 60)}”是网址`,
      "简报里的图片要放在这一期的文件夹里，只写文件名。",
    );
  }
  const file = `${folder}/${source}`;
  if (source.startsWith("/") || source.includes("\\") || source.split("/").includes("..")) {
    return refuse("picture-path", `图片“${source}”不在这一期的文件夹里`, "请把图片放进这一期的文件夹，只写文件名。");
  }
  if (/[#?%"<>|*:]/.test(source)) {
    return refuse(
      "picture-name",
      `图片文件名“${source}”里有网页地址不能用的符号`,
      "请改名，不要用 # % ? * : | < > 和引号。",
    );
  }
  const kind = kinds.find(({ ending }) => ending.test(source));
  if (kind === undefined) return refuse("picture-kind", `图片“${source}”的格式不能用`, "请用 PNG 或 JPEG。");
  if (!root.exists(file)) {
    const here = root
      .list(folder)
      .map(({ name }) => name)
      .filter((name) => kinds.some(({ ending }) => ending.test(name)));
    return refuse(
      "missing-picture",
      `没有图片“${source}”`,
      didYouMean(source, here) ||
        (here.length > 0 ? `文件夹里有：${here.join("、")}。` : "请把图片放进这一期的文件夹。"),
    );
  }
  if (!root.isInside(file))
    return refuse("outside-root", `图片“${source}”是指到外面的链接`, "请把图片文件本身放进来，不要用链接。");
  const bytes = statSync(root.absolute(file)).size;
  if (bytes > largestPicture) {
    return refuse(
      "picture-too-large",
      `图片“${source}”太大（${Math.round(bytes / 1048576)} MB，最多 ${largestPicture / 1048576} MB）`,
      "请用看图软件缩小，宽 2000 像素印出来就足够清楚。",
    );
  }
  if (kind.magic !== undefined && !startsWith(root.absolute(file), kind.magic)) {
    return refuse("picture-kind", `图片“${source}”不是 ${kind.name} 文件`, "请用看图软件打开，另存为这种格式。");
  }
  return true;
}

function startsWith(file: string, magic: readonly number[]): boolean {
  const bytes = Buffer.alloc(magic.length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, bytes, 0, magic.length, 0);
  } finally {
    closeSync(handle);
  }
  return magic.every((byte, at) => bytes[at] === byte);
}
