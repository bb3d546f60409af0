import type { DatasetIssue } from "../../compute/rows/dataset-issue.ts";
import { issuePage } from "../../model/addresses.ts";
import type { Issue } from "../../model/issue.ts";
import type { OutputFormat } from "../format.ts";
import type { PublishedIssue } from "../published-issue.ts";
import { countsFile, dataFile, issuesFile, jsonFile, membersFile, packageFile } from "./files.ts";
import { dataFiles, issueDataFiles } from "./package.ts";

/** Counts as CSV and JSON, and a package that describes them. (数据文件) */
export const data: OutputFormat = {
  name: "data",
  addresses: ({ issues }) => [
    ...[packageFile, issuesFile, countsFile, membersFile],
    ...issues.flatMap(({ issue }) => issueFiles(issue)),
  ],
  issueFiles,
  writeIssues(issues, _, folder) {
    for (const { published, part } of issues)
      for (const { path, text } of issueDataFiles(datasetIssue(published), part.measures)) folder.write(path, text);
  },
  writeSite({ archive, published }, folder) {
    const files = dataFiles(archive.bulletin, archive.vocabulary, published.map(datasetIssue));
    for (const { path, text } of files) folder.write(path, text);
  },
};

function issueFiles(issue: Issue): string[] {
  return issue.counts === undefined ? [] : [dataFile(issue), jsonFile(issue)];
}

function datasetIssue({ issue, view, edition, history, rows }: PublishedIssue): DatasetIssue {
  return {
    issue,
    title: view.title,
    issuer: view.masthead.issuer,
    page: issuePage(issue),
    pdf: `${view.path}${view.pdfName}`,
    edition,
    number: history.number,
    corrections: history.corrections,
    rows,
  };
}
