/** Private forms of address, as alternatives of a regular expression; titles of office are not among them. (称呼) */
export const TITLE =
  "女士|先生|小姐|太太|大爷|大伯|大妈|大娘|大叔|大姐|大哥|大嫂|阿姨|婆婆|奶奶|爷爷|师傅|老人|老汉|老太|嫂子|老伯|大婶|嫂";
