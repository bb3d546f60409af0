/** All data files of the site, described as a Frictionless data package. (数据包) */

import { issueKey } from "../../model/issue.ts";
import type { Bulletin } from "../../model/bulletin.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { isoDate } from "../../base/text/moment.ts";
import { countFields } from "../../compute/rows/count-row.ts";
import { csv } from "../../compute/rows/csv.ts";
import type { DatasetIssue } from "../../compute/rows/dataset-issue.ts";
import type { Field, TableSchema } from "../../compute/rows/field.ts";
import { csvRows, tableSchema } from "../../compute/rows/field.ts";
import { countsFile, countsSchemaFile, dataFile, issuesFile, jsonFile, membersFile, packageFile } from "./files.ts";
import { issueJson } from "./issue-json.ts";
import { issueFields } from "./issue-row.ts";
import { memberFields, memberRows } from "./member-row.ts";

export interface DataFile {
  readonly path: string;
  readonly text: string;
}

interface Resource {
  readonly name: string;
  readonly title: string;
  readonly file: DataFile;
  readonly schema: TableSchema | string;
}

/** The files of one issue: counts as CSV and JSON (`measures`: from `measuresJson`), if it has any. */
export function issueDataFiles(dataset: DatasetIssue, measures: readonly unknown[]): DataFile[] {
  if (dataset.issue.counts === undefined) return [];
  return [countsOf(dataset), { path: jsonFile(dataset.issue), text: json(issueJson(dataset, measures)) }];
}

/** The files of all issues. `issues`: newest first, without internal ones; rows run from oldest to newest. */
export function dataFiles(bulletin: Bulletin, vocabulary: Vocabulary, issues: readonly DatasetIssue[]): DataFile[] {
  const oldestFirst = [...issues].reverse();
  const counted = oldestFirst.filter(({ issue }) => issue.counts !== undefined);
  const countSchema = tableSchema(countFields, {
    foreignKeys: [{ fields: "issue", reference: { resource: "issues", fields: "issue" } }],
  });
  const shared: Resource[] = [
    {
      name: "issues",
      title: "各期目录",
      file: table(issuesFile, issueFields, oldestFirst),
      schema: tableSchema(issueFields, { primaryKey: "issue" }),
    },
    {
      // Lists the CSV files of the issues as one resource.
      name: "counts",
      title: "历期数据",
      file: { path: countsFile, text: header(countFields) + counted.map(({ rows }) => rows).join("") },
      schema: countSchema,
    },
    {
      name: "members",
      title: "单位、类别登记表",
      file: table(membersFile, memberFields, memberRows(vocabulary)),
      schema: tableSchema(memberFields, { primaryKey: ["dimension", "member"] }),
    },
  ];
  const perIssue = counted.map((dataset): Resource => ({
    name: `counts-${issueKey(dataset.issue)}`,
    title: `${dataset.issue.year}年第${dataset.issue.number.value}期数据`,
    file: countsOf(dataset),
    schema: countsSchemaFile,
  }));
  return [
    ...shared.map(({ file }) => file),
    { path: countsSchemaFile, text: json(tableSchema(countFields)) },
    { path: packageFile, text: json(descriptor(bulletin, issues, [...shared, ...perIssue])) },
  ];
}

function countsOf({ issue, rows }: DatasetIssue): DataFile {
  return { path: dataFile(issue), text: header(countFields) + rows };
}

function table<Row>(path: string, fields: readonly Field<Row>[], rows: readonly Row[]): DataFile {
  return { path, text: header(fields) + csvRows(fields, rows) };
}

function header<Row>(fields: readonly Field<Row>[]): string {
  return csv([fields.map(({ name }) => name)]);
}

function descriptor(bulletin: Bulletin, issues: readonly DatasetIssue[], resources: readonly Resource[]) {
  const { dataLicence, siteUrl, issuer, siteTitle } = bulletin;
  const newest = issues[0];
  const homepage = siteUrl === undefined ? {} : { homepage: siteUrl };
  return {
    profile: "tabular-data-package",
    name: "gongzuo-jianbao",
    title: `${siteTitle}数据`,
    description: `${siteTitle}各期刊登的统计数字。数字与简报正文出自同一份数据。`,
    ...homepage,
    // The date of the newest issue rather than of the build, so that the same content gives the same file.
    ...(newest === undefined
      ? {}
      : { version: isoDate(newest.issue.date.value), created: `${isoDate(newest.issue.date.value)}T00:00:00Z` }),
    ...(dataLicence === undefined
      ? {}
      : {
          licenses: [
            {
              name: dataLicence.name,
              title: dataLicence.name,
              ...(dataLicence.url === undefined ? {} : { path: dataLicence.url }),
            },
          ],
        }),
    sources: [{ title: issuer, ...(siteUrl === undefined ? {} : { path: siteUrl }) }],
    contributors: [{ title: issuer, role: "publisher" }],
    keywords: bulletin.keywords,
    resources: resources.map(({ name, title, file, schema }) => ({
      profile: "tabular-data-resource",
      name,
      title,
      path: file.path,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      bytes: Buffer.byteLength(file.text),
      schema,
    })),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
