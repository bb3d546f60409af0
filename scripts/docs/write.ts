/** Generates the reference pages of docs/ from the program: node --import tsx scripts/docs/write.ts */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { handbookChapter } from "../../src/compute/phrase/handbook.ts";
import { fileReference } from "./file-reference.ts";
import { ruleReference } from "./rule-reference.ts";

const docs = path.resolve(import.meta.dirname, "../../docs");
writeFileSync(path.join(docs, "phrasing.md"), handbookChapter());
writeFileSync(path.join(docs, "reference.md"), fileReference());
writeFileSync(path.join(docs, "rules.md"), ruleReference());
