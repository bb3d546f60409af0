/** Writes a record as readable YAML, formatted here so that the bytes are stable and writing is fast. */

import type { EditionHead, IssueRecord, PublishedText, RecordedPrinting } from "../model/issue-record.ts";
import { shownEditions } from "./shown-editions.ts";
import { sha256 } from "./digest.ts";

/** The line that begins the large part. */
export const contentMark = "\n内容:\n";
/** The last line; its digest covers everything above it. */
export const sealMark = "\n登记校验: ";

const head = `# 这一期已发布的登记，由 npm run publish 写，与稿件一起提交。不要用手改。
# 已经发布的内容要改，在这一期的 issue.yaml 里写“更正”，见 docs/publishing.md。
`;

/** JSON strings are YAML strings. */
const quoted = (text: string): string => JSON.stringify(text);

/** `texts`: of every edition, by number. */
export function recordText(record: IssueRecord, texts: ReadonlyMap<number, PublishedText>): string {
  const shown = new Set(shownEditions(record.editions));
  const contents = record.editions.flatMap((edition) => {
    const { number } = edition;
    const text = shown.has(edition) ? texts.get(number) : undefined;
    return text === undefined ? [] : [contentText(number, text)];
  });
  return sealed(`${head}${headText(record)}${contentMark}${contents.join("")}`);
}

/** Appends the digest line, by which a manual change is noticed. */
export function sealed(text: string): string {
  const whole = text.trimEnd();
  return `${whole}${sealMark}${quoted(sha256(whole))}\n`;
}

function headText({ issue, facts, editions }: IssueRecord): string {
  const { scope, name, issuer, recipients, contacts } = facts;
  const masthead = [
    ...(scope === undefined ? [] : [`  范围: ${quoted(scope)}`]),
    `  刊名: ${quoted(name)}`,
    `  编发单位: ${quoted(issuer)}`,
  ];
  const imprint = [
    ...Object.entries(recipients).map(([kind, text]) => `  ${kind}: ${quoted(text)}`),
    ...(contacts.length === 0 ? [] : ["  联系:"]),
    ...contacts.map(({ label, value }) => `    - [${quoted(label)}, ${quoted(value)}]`),
  ];
  return [
    `期: ${quoted(issue)}`,
    "报头:",
    ...masthead,
    imprint.length === 0 ? "版记: {}" : "版记:",
    ...imprint,
    "各版:",
    ...editions.flatMap(editionLines),
  ].join("\n");
}

function editionLines({ number, published, digest, corrections, printings }: EditionHead): string[] {
  return [
    `  - 版次: ${number}`,
    `    发布: ${quoted(published)}`,
    `    正文校验: ${quoted(digest)}`,
    ...(corrections.length === 0 ? [] : ["    更正:"]),
    ...corrections.flatMap(({ date, what, why, withheld }) => [
      `      - 日期: ${quoted(date)}`,
      `        内容: ${quoted(what)}`,
      `        原因: ${quoted(why)}`,
      ...(withheld ? ["        撤下旧版: 是"] : []),
    ]),
    "    印次:",
    ...printings.flatMap(printingLines),
  ];
}

function printingLines({ date, bytes, pages, sha256: digest, by, signature }: RecordedPrinting): string[] {
  return [
    `      - 日期: ${quoted(date)}`,
    `        字节: ${bytes}`,
    `        页数: ${pages}`,
    `        SHA-256: ${quoted(digest)}`,
    `        印制: ${quoted(by)}`,
    ...(signature === undefined
      ? []
      : [
          "        签名:",
          `          签名前的 SHA-256: ${quoted(signature.unsigned)}`,
          `          签名人: ${quoted(signature.signer)}`,
          `          时间: ${quoted(signature.time)}`,
        ]),
  ];
}

/** Text and figures of one edition. */
export function contentText(number: number, { parts, figures, data }: PublishedText): string {
  return [
    `  - 版次: ${number}`,
    parts.length === 0 ? "    正文: []" : "    正文:",
    ...parts.flatMap(({ name, slug, blocks }) => [
      `      - 篇: ${quoted(name)}`,
      `        地址: ${quoted(slug)}`,
      blocks.length === 0 ? "        段: []" : "        段:",
      ...blocks.map((block) => `          - ${quoted(block)}`),
    ]),
    figures.length === 0 ? "    数字: []" : "    数字:",
    ...figures.map(({ slug, text, name, value }) => `      - ${row([slug, text, name, value])}`),
    data.length === 0 ? "    数据: []" : "    数据:",
    ...data.map(({ name, value }) => `      - ${row([name, value])}`),
    "",
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `[${cells.map(quoted).join(", ")}]`;
}
