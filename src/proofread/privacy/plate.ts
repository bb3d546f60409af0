import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";

const PROVINCE = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
/** I and O are never used. */
const SIGN = "A-HJ-NP-Za-hj-np-z0-9";
const TAIL = `[${SIGN}]{4}[${SIGN}挂学警港澳领试超]`;
/** New-energy plates have six signs: D, F and their like in front for small vehicles, at the end for large ones. */
const GREEN = `[A-HJKa-hjk][${SIGN}]\\d{4}|\\d{5}[A-HJKa-hjk]`;
const PLATE = new RegExp(
  `[${PROVINCE}] ?[A-HJ-NP-Za-hj-np-z](?:[-·. ]{0,2})(?:${GREEN}|${TAIL})(?![A-Za-z0-9])|WJ ?[${PROVINCE}]? ?\\d{4}[0-9A-Z](?![A-Za-z0-9])|(?<![\\dA-Za-z])使 ?\\d{6}(?!\\d)`,
  "g",
);

export const numberPlate: PrivacyRule = {
  id: "private-plate",
  name: "车牌号码",
  level: "error",
  fixable: false,
  mend: "请删去号牌，或用 * 隐去中间几位",
  explanation: "各省普通、新能源六位、挂车、教练、警用、港澳出入境、武警和使馆车辆号牌。",
  example: { wrong: "货车湘M12345偷倒渣土", right: "货车湘M1***5偷倒渣土" },
  basis: `${BASIS}；GA 36—2018`,
  find(text) {
    return [...text.matchAll(PLATE)]
      .filter((match) => /\d/.test(match[0]))
      .map((match): PersonalItem => ({
        start: match.index,
        end: match.index + match[0].length,
        shown: `${match[0].slice(0, 2)}****${match[0].slice(-1)}`,
      }));
  },
};
