/** The placeholder texts of a new article, an error until the editor has replaced them. (待写) */
export const stubTitle = "在这里写标题";
export const stubBody = "在这里写正文。";

/** Marks what was copied from the last issue and may no longer be true; an error until the editor has removed it. (请核对) */
export const carriedMark = "（请核对）";
