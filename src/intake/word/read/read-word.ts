/** Reads a .docx file. */

import { EnvironmentError } from "../../../base/problem/environment-error.ts";
import { openZip, ZipFault } from "../../../base/file/zip.ts";
import type { Zip } from "../../../base/file/zip.ts";
import { BlockReader } from "./block-reader.ts";
import { isOldWord, mistakenFormat, mistakenPackage, saveAsDocx } from "./mistaken-format.ts";
import type { WordComment, WordDocument } from "./model.ts";
import { Numbering } from "./numbering.ts";
import { partWords } from "./part-words.ts";
import { Relationships } from "./relationships.ts";
import { shownText } from "./shown-text.ts";
import { Styles } from "./styles.ts";
import { unpairedFields } from "./unpaired-fields.ts";
import { pageNumbers, withoutResult } from "./vocabulary/field.ts";
import { elements, parseXml, XmlFault } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const megabyte = 1024 * 1024;
/** Bytes; an article with a hundred photographs is smaller. */
export const largestWordFile = 64 * megabyte;
const limits = { entries: 2000, part: 32 * megabyte, total: 128 * megabyte };
const largestXml = 24 * megabyte;

/** @throws EnvironmentError when it is not a readable .docx, with its real format. */
export async function readWord(bytes: Buffer): Promise<WordDocument> {
  if (bytes.length > largestWordFile)
    throw new EnvironmentError(
      `文件太大（${Math.round(bytes.length / megabyte)} MB，最多 ${largestWordFile / megabyte} MB）`,
      "请压缩里面的图片，或者把文件分成几个。",
    );
  const mistaken = mistakenFormat(bytes);
  if (mistaken !== undefined)
    throw new EnvironmentError(
      mistaken.message,
      isOldWord(bytes) ? `${mistaken.hint}装了 LibreOffice 的机器会自动转换。` : mistaken.hint,
    );
  try {
    return await document(await openZip(bytes, limits));
  } catch (fault) {
    if (fault instanceof ZipFault)
      throw new EnvironmentError(zipMessages[fault.kind], zipHint(fault), { cause: fault });
    if (fault instanceof XmlFault)
      throw new EnvironmentError(
        fault.kind === "doctype" ? "文件里有不该有的 DTD 声明，不予读取" : "文件的内容坏了或者过于复杂，读不出来",
        saveAsDocx,
        { cause: fault },
      );
    throw fault;
  }
}

const zipMessages: Readonly<Record<ZipFault["kind"], string>> = {
  "not-zip": "文件坏了，打不开",
  damaged: "文件坏了，没有读完",
  encrypted: "文件加了密",
  "too-many": `文件里的部件太多（超过 ${limits.entries} 个）`,
  "too-large": `文件里有特别大的部件（解压后超过 ${limits.part / megabyte} MB），不予读取`,
};

function zipHint({ kind }: ZipFault): string {
  if (kind === "encrypted") return "请用 Word 打开，在“文件—信息—保护文档”里去掉密码，再保存。";
  if (kind === "too-large" || kind === "too-many") return "请把里面的大图片压缩或另存，再来一次。";
  return saveAsDocx;
}

/** For headers and footers, in which page numbers are not content. */
const withoutPages = new Set([...withoutResult, ...pageNumbers]);

async function document(zip: Zip): Promise<WordDocument> {
  const part = async (name: string | undefined): Promise<XmlElement | undefined> => {
    const bytes = name === undefined ? undefined : await zip.read(name);
    if (bytes === undefined) return undefined;
    if (bytes.length > largestXml) throw new XmlFault("too-large", 1);
    return parseXml(bytes);
  };
  const relationshipsOf = async (name: string): Promise<Relationships> =>
    new Relationships(name, await part(name.replace(/([^/]*)$/, "_rels/$1.rels")));
  const main = (await relationshipsOf("")).byType("officeDocument")[0] ?? "word/document.xml";
  const body = await part(main);
  if (body?.name !== "w:document") {
    const { message, hint } = mistakenPackage(zip.names);
    throw new EnvironmentError(message, hint);
  }
  const related = await relationshipsOf(main);
  const one = (type: string): Promise<XmlElement | undefined> => part(related.byType(type)[0]);
  const styles = new Styles(await one("styles"));
  const numbering = new Numbering(await one("numbering"), styles);
  const words = await partWords(related, part, (name) => zip.read(name));
  /** Reads notes, headers and comments, which have their own list numbers and no notes. */
  const sideText = (parent: XmlElement, omitted = withoutResult): string => {
    const context = { styles, target: () => undefined, address: () => "", words: () => "", note: () => "" };
    const fields = { unpaired: unpairedFields(parent), withoutResult: omitted };
    const reader = new BlockReader({ ...context, ...fields }, new Numbering(undefined, styles));
    return shownText(reader.read(parent));
  };
  const notes = { footnote: await one("footnotes"), endnote: await one("endnotes") };
  const note = (kind: "footnote" | "endnote", id: string): string => {
    const found = elements(notes[kind], `w:${kind}`).find(({ attributes }) => attributes["w:id"] === id);
    return found === undefined ? "" : sideText(found);
  };
  const context = { styles, note, words, unpaired: unpairedFields(body), withoutResult };
  const reader = new BlockReader(
    { ...context, target: (id) => related.target(id), address: (id) => related.address(id) },
    numbering,
  );
  const blocks = elements(body, "w:body").flatMap((element) => reader.read(element));
  const margins: { name: "页眉" | "页脚"; text: string }[] = [];
  for (const [type, name] of [["header", "页眉"] as const, ["footer", "页脚"] as const]) {
    for (const file of related.byType(type)) {
      const content = await part(file);
      const text = content === undefined ? "" : sideText(content, withoutPages);
      if (/[^\s\p{P}第页共总]/u.test(text)) margins.push({ name, text });
    }
  }
  const comments = new Map<string, WordComment>();
  for (const comment of elements(await one("comments"), "w:comment")) {
    const { "w:id": id = "", "w:author": author = "", "w:date": date = "" } = comment.attributes;
    comments.set(id, { id, author, date, text: sideText(comment) });
  }
  const remarks = [...numbering.unknownFormats].map(
    (format) => `有一种编号（${format}）不认识，写成了 1、2、3，请核对`,
  );
  return { blocks, comments, margins, remarks, picture: (name) => zip.read(name) };
}
