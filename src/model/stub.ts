/** The words that a new article holds until the editor writes it; left standing, they are an error. (待写) */
export const stubTitle = "在这里写标题";
export const stubBody = "在这里写正文。";

/** Stands by what was carried on from the last issue and may no longer be true; left standing, it is an error. (请核对) */
export const carriedMark = "（请核对）";
