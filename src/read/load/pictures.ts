/** Pictures of articles: they must exist inside the issue's folder and have a printable format. */

import { readFileSync, statSync } from "node:fs";
import type { Issue } from "../../model/issue.ts";
import { usableFormats } from "../../base/picture/format.ts";
import type { PictureFile, PictureTextKind } from "../../base/picture/picture-file.ts";
import { reservedName } from "../../base/picture/published-picture.ts";
import { largestPicture, readPicture, unusable } from "../../base/picture/read-picture.ts";
import { error, warning } from "../../base/problem/problem.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import type { Root } from "./root.ts";

const isPicture = (name: string): boolean => usableFormats.some(({ ending }) => ending.test(name));

/** The pictures in an issue's folder and its subfolders, by relative path. Links that lead out of the root are ignored. */
export function loadPictures(root: Root, folder: string): Map<string, PictureFile> {
  const pictures = new Map<string, PictureFile>();
  const enter = (below: string): void => {
    for (const { name, isFolder } of root.list(`${folder}/${below}`)) {
      const file = `${folder}/${below}${name}`;
      if (isFolder && root.isInside(file)) enter(`${below}${name}/`);
      else if (!isFolder && isPicture(name) && root.isInside(file))
        pictures.set(below + name, loadPicture(name, root.absolute(file)));
    }
  };
  enter("");
  return pictures;
}

function loadPicture(name: string, file: string): PictureFile {
  try {
    const { size } = statSync(file);
    if (size <= largestPicture) return readPicture(name, readFileSync(file));
    const says = `太大（${Math.round(size / 1048576)} MB，最多 ${largestPicture / 1048576} MB）`;
    const hint = "请用看图软件缩小，宽 2000 像素印出来就足够清楚。";
    return { fault: { code: "picture-too-large", says, hint } };
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? "原因不明";
    return { fault: { code: "picture-broken", says: `读不出来（${code}）`, hint: "请检查这个文件的权限。" } };
  }
}

/** Reports what is wrong with a picture `source` shown at `place`; true when it can be used. */
export function checkPicture(root: Root, { folder, pictures }: Issue, source: string, place: Place): boolean {
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
  // Markdown encodes the address, so `a b.jpg` and `50%.jpg` have to be found by their encoded forms.
  const isMeant = (name: string): boolean => encodeURI(name).replaceAll("%25", "%") === encodeURI(source);
  const name = pictures.has(source) ? source : ([...pictures.keys()].find(isMeant) ?? source);
  if (/[#?%"<>|*:]/.test(name)) {
    return refuse(
      "picture-name",
      `图片文件名“${name}”里有网页地址不能用的符号`,
      "请改名，不要用 # % ? * : | < > 和引号。",
    );
  }
  if (reservedName.test(source)) {
    return refuse("picture-name", `图片“${source}”与程序自己起的名字一样`, "请改名，去掉“.480w”“.webp”这样的一段。");
  }
  if (!isPicture(source)) {
    const { says, hint } = unusable(source).fault;
    return refuse("picture-kind", `图片“${source}”${says}`, hint);
  }
  const found = pictures.get(source);
  if (found === undefined && root.exists(file) && !root.isInside(file))
    return refuse("outside-root", `图片“${source}”是指到外面的链接`, "请把图片文件本身放进来，不要用链接。");
  if (found === undefined) {
    const here = [...pictures.keys()];
    return refuse(
      "missing-picture",
      `没有图片“${source}”`,
      didYouMean(source, here) ||
        (here.length > 0 ? `文件夹里有：${here.join("、")}。` : "请把图片放进这一期的文件夹。"),
    );
  }
  if ("fault" in found) {
    const { code, says, hint } = found.fault;
    return refuse(code, `图片“${source}”${says}`, hint);
  }
  if (found.head.isFirstOfMore) {
    const [what, one] = found.head.kind === "tiff" ? ["有好几页", "页"] : ["是动图", "幅"];
    const hint = `要印哪一${one}，请把那一${one}另存为 PNG；第一${one}就是要的，可以不管。`;
    root.problems.push(warning("picture-animated", place, `图片“${source}”${what}，只印、只登第一${one}`, hint));
  }
  return true;
}

/** The order in which a message lists them. */
const kinds: readonly PictureTextKind[] = [
  "拍摄地点（GPS）",
  "作者",
  "手机或相机型号",
  "拍摄时间",
  "说明文字",
  "所用软件",
  "缩略图",
  "附带的其他数据",
];

/** A message names at most this many pictures and counts the others. */
const mostNames = 5;

/** Warns of invisible data in the shown pictures, once for an issue, because nothing has to be done about it. */
export function whatPicturesCarry(
  { pictures }: Issue,
  shown: readonly { readonly source: string; readonly place: Place }[],
): Problem[] {
  const first = new Map(shown.toReversed().map(({ source, place }) => [source, place]));
  const groups = new Map<string, string[]>();
  for (const source of new Set(shown.map((picture) => picture.source))) {
    const file = pictures.get(source);
    const found = new Set(file !== undefined && "head" in file ? file.head.texts.map(({ kind }) => kind) : []);
    if (found.size === 0) continue;
    const words = kinds.filter((kind) => found.has(kind)).join("、");
    groups.set(words, [...(groups.get(words) ?? []), source]);
  }
  const [earliest] = [...groups.values()].flat().flatMap((source) => first.get(source) ?? []);
  if (earliest === undefined) return [];
  const described = [...groups].map(([words, sources]) => {
    const names = sources.slice(0, mostNames).map((source) => `“${source}”`);
    const more = sources.length > mostNames ? `等 ${sources.length} 张` : "";
    return `${names.join("")}${more}带有${words}`;
  });
  return [
    warning(
      "picture-metadata",
      earliest,
      `图片里有看不见的信息：${described.join("；")}`,
      "不用改，发布时会去掉；原件没有动，把原件发给别人以前请自己去掉。",
    ),
  ];
}
