/** The words that a new article holds until the editor writes it; left standing, they are an error. (待写) */
export const stubTitle = "在这里写标题";
export const stubBody = "在这里写正文。";
