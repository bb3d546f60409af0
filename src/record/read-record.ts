/** Reads `data/published/2020-15.yaml`. The large part of the file is parsed only when it is needed. */

import type { EditionHead, IssueRecord, PublishedText } from "../model/issue-record.ts";
import { error } from "../base/problem/problem.ts";
import type { Place, Problem } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import { recordHeadSchema, recordSchema } from "../read/schema/record-schema.ts";
import type { RecordFile, RecordHeadFile } from "../read/schema/record-schema.ts";
import { readRecipients } from "../read/schema/read-bulletin.ts";
import { failed } from "../read/schema/reading.ts";
import type { Reading } from "../read/schema/reading.ts";
import { validate } from "../read/schema/validate.ts";
import { parseYaml } from "../read/source/yaml.ts";
import type { LocatedYaml } from "../read/source/located-yaml.ts";
import { sha256, textDigest } from "./digest.ts";
import { shownEditions } from "./shown-editions.ts";
import { contentMark, contentText, sealMark } from "./write-record.ts";

export interface ReadRecord extends IssueRecord {
  readonly file: string;
  /** Digest of the whole file; identifies the state of the record. */
  readonly seal: string;
  /** Position of its newest edition. */
  readonly place: Place;
  /** Compares with the newest edition's part of the file without parsing it. */
  readonly says: (text: PublishedText) => boolean;
  /** Text and figures of each edition, by its number. */
  readonly texts: () => ReadonlyMap<number, PublishedText>;
}

const mend = "登记由 npm run publish 写，不能用手改；请从版本库里恢复这个文件（git restore）。";

export function readRecord(source: SourceText): Reading<ReadRecord> {
  const text = source.text.replaceAll("\r\n", "\n");
  const seal = text.lastIndexOf(sealMark);
  const stated =
    seal < 0
      ? ""
      : text
          .slice(seal + sealMark.length)
          .trim()
          .replaceAll('"', "");
  // A file edited by hand is validated fully, to report faults of form before the failed checksum.
  const sound = seal >= 0 && sha256(text.slice(0, seal)) === stated;
  if (!sound) {
    const { problems } = readWhole(source);
    if (problems.length > 0) return failed(problems);
    const place = source.place(seal < 0 ? source.text.length : source.text.lastIndexOf("登记校验"));
    return failed([error("record-changed", place, "这份登记被改过：内容与登记校验不符", mend)]);
  }
  const content = text.indexOf(contentMark) + contentMark.length;
  const { yaml, problems } = parseYaml(source, 0, Math.max(0, source.text.search(/\r?\n内容:\r?\n/)));
  if (yaml === undefined) return failed(problems);
  const validation = validate(recordHeadSchema, yaml);
  if (validation.value === undefined) return failed(validation.problems);
  const record = headOf(validation.value);
  let texts: ReadonlyMap<number, PublishedText> | undefined;
  return {
    value: {
      ...record,
      file: source.file,
      seal: stated,
      place: yaml.place(["各版", 0]),
      says: (current) => {
        const expected = contentText(record.editions[0]?.number ?? 0, current).trimEnd();
        const rest = text.slice(content + expected.length);
        return text.startsWith(expected, content) && (rest.startsWith(sealMark) || rest.startsWith("\n  - 版次: "));
      },
      texts: () => (texts ??= textsOf(source)),
    },
    problems: [],
  };
}

function readWhole(source: SourceText): Reading<RecordFile> {
  const { yaml, problems } = parseYaml(source);
  if (yaml === undefined) return failed(problems);
  const { value, problems: faults } = validate(recordSchema, yaml);
  return value === undefined ? failed(faults) : { value, problems: digestProblems(value, yaml) };
}

/** Reports text that does not match its recorded digest. */
function digestProblems(file: RecordFile, yaml: LocatedYaml): Problem[] {
  const texts = contents(file);
  return shownEditions(headOf(file).editions).flatMap(({ number, digest }, at) => {
    const text = texts.get(number);
    if (text !== undefined && textDigest(text) === digest) return [];
    return [
      error("record-changed", yaml.place(["各版", at, "正文校验"]), `第 ${number} 版的正文与登记的校验值不符`, mend),
    ];
  });
}

/** The seal matched, so the form is known to be valid. */
function textsOf(source: SourceText): ReadonlyMap<number, PublishedText> {
  const { value } = readWhole(source);
  return value === undefined ? new Map<number, PublishedText>() : contents(value);
}

function contents(file: RecordFile): Map<number, PublishedText> {
  return new Map(
    file.内容.map(({ 版次: number, 正文: parts, 数字: figures, 数据: data }): [number, PublishedText] => [
      number,
      {
        parts: parts.map(({ 篇: name, 地址: slug, 段: blocks }) => ({ name, slug, blocks })),
        figures: figures.map(([slug, text, name, value]) => ({ slug, text, name, value })),
        data: data.map(([name, value]) => ({ name, value })),
      },
    ]),
  );
}

function headOf(file: RecordHeadFile): IssueRecord {
  const { 报头: masthead, 版记: imprint } = file;
  const { 联系: contacts = [] } = imprint;
  return {
    issue: file.期,
    facts: {
      scope: masthead.范围,
      name: masthead.刊名,
      issuer: masthead.编发单位,
      recipients: readRecipients(imprint),
      contacts: contacts.map(([label, value]) => ({ label, value })),
    },
    editions: file.各版.map((edition): EditionHead => ({
      number: edition.版次,
      published: edition.发布,
      digest: edition.正文校验,
      corrections: (edition.更正 ?? []).map(({ 日期: date, 内容: what, 原因: why, 撤下旧版 }) => ({
        date,
        what,
        why,
        withheld: 撤下旧版 === "是",
      })),
      printings: edition.印次.map(({ 签名: signature, ...printing }) => ({
        date: printing.日期,
        bytes: printing.字节,
        pages: printing.页数,
        sha256: printing["SHA-256"],
        by: printing.印制,
        ...(signature && {
          signature: { unsigned: signature["签名前的 SHA-256"], signer: signature.签名人, time: signature.时间 },
        }),
      })),
    })),
  };
}
