/** Writes docs/phrasing.md from the tables of forms and filters: node --import tsx scripts/phrasing-doc.ts */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { handbookChapter } from "../src/phrase/handbook.ts";

writeFileSync(path.resolve(import.meta.dirname, "../docs/phrasing.md"), handbookChapter());
