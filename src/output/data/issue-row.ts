/** The list of issues as data. */

import { issueKey } from "../../model/issue.ts";
import { isoDate } from "../../base/text/moment.ts";
import type { DatasetIssue } from "../../compute/rows/dataset-issue.ts";
import type { Field } from "../../compute/rows/field.ts";

export const issueFields: readonly Field<DatasetIssue>[] = [
  {
    name: "issue",
    title: "期",
    type: "string",
    description: "年份和期号，如 2020-15",
    required: true,
    cell: ({ issue }) => issueKey(issue),
  },
  {
    name: "year",
    title: "年份",
    type: "integer",
    description: "印发的年份",
    required: true,
    cell: ({ issue }) => issue.year,
  },
  {
    name: "number",
    title: "期号",
    type: "integer",
    description: "当年的第几期",
    required: true,
    cell: ({ issue }) => issue.number.value,
  },
  {
    name: "serial",
    title: "总期号",
    type: "integer",
    description: "创刊以来的第几期",
    cell: ({ issue }) => issue.serial,
  },
  {
    name: "date",
    title: "日期",
    type: "date",
    description: "印发日期",
    required: true,
    cell: ({ issue }) => isoDate(issue.date.value),
  },
  {
    name: "title",
    title: "名称",
    type: "string",
    description: "刊名和期号",
    required: true,
    cell: ({ title }) => title,
  },
  {
    name: "issuer",
    title: "编发单位",
    type: "string",
    description: "署名的单位",
    required: true,
    cell: ({ issuer }) => issuer,
  },
  {
    name: "page",
    title: "网页",
    type: "string",
    description: "网页的地址，从网站根目录算起",
    required: true,
    cell: ({ page }) => page,
  },
  {
    name: "pdf",
    title: "PDF",
    type: "string",
    description: "PDF 文件的地址，从网站根目录算起",
    required: true,
    cell: ({ pdf }) => pdf,
  },
  {
    name: "pages",
    title: "页数",
    type: "integer",
    description: "PDF 的页数",
    required: true,
    cell: ({ edition }) => edition.pages,
  },
  {
    name: "bytes",
    title: "字节数",
    type: "integer",
    description: "PDF 的大小",
    required: true,
    cell: ({ edition }) => edition.bytes,
  },
  {
    name: "sha256",
    title: "SHA-256",
    type: "string",
    description: "PDF 的校验码，用来核对手里的文件与发布的是否相同",
    required: true,
    cell: ({ edition }) => edition.sha256,
  },
  {
    name: "edition",
    title: "版次",
    type: "integer",
    description: "第几版；更正一次加一版",
    required: true,
    cell: ({ number }) => number,
  },
  {
    name: "corrected",
    title: "更正日期",
    type: "date",
    description: "最近一次更正的日期；没有更正的为空",
    cell: ({ corrections }) => corrections.at(-1)?.date,
  },
];
