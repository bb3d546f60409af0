/** The surnames of persons. (姓氏) */

/** The few hundred that nearly everybody bears. */
const COMMON = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤康易乔赖文施洪伍柳凌倪詹翟耿温鲁葛毕聂丛焦柯祝纪齐庞樊兰殷庄章左关尤时俞包安霍申常苗鲍牛宁甘阮盛邢裴路成祁冉骆费单车颜岳蓝管卜滕饶胥符屈游项卓瞿季沙邝房涂辛冷简柴池喻奉仇桂席阳褚雍栾晏谷苟艾封蒲佘尚鄢隆古代华解应和欧盘娄匡粟彪敖旷阙义全",
);
/** Borne by few; many are words besides. */
const RARE = new Set(
  "水支舒危占帅宦种繁漕查洗是召哀师那糜弥敬仰訾甯暴斜厉戎芈綦蒯泉亓官漆雕佴邰苑隽尉晁贝明计淡盈臧米贲邸但字闪者赛妥锁摆拜勉绽撒虎仝禤麻操丘揭来敦钭亢郇晨咎逢牟母冀呙戢卿苌郐缐薄都阚蔺逄郄冼巩昝楚岑库柏佟麦闵缪卞邬戚边谌闻莘党宫逯隗郜鲜苍滑腾银植衣甄濮宗茅阴刁曲卫羊羿伏元虞芮蓟嵇邴松井富巫乌巴弓牧山宓蓬班秋仲伊祖束幸司韶印宿怀台从鄂索咸籍蒙能双劳姬扶堵宰郦璩桑寿通扈郏浦农别慕连茹习容慎戈庾终暨居衡步弘国寇广禄东殳沃利蔚越夔厍勾融空毋养须丰巢相后荆红竺权盖益桓公仉督缑郈琴商伯赏墨哈谯笪爱福呼延海微闾佀侴俎修候倩偶傲兀克兖兴冮冶凤初励勇勤厚吉启吾善喜嗣圣圭坚城堂塔奇好妫姒娜孝宛宣宾密尔尧展屯岐崇巨平庆庹廉异弋弗强彤彦志忻怡恒恩恽悟悦惠愈慈扎扬拓拱捷敏斐斛斯旦旺昂昌星春昭晋普智朋朝木朴杭枣树桐梅梦楼榆檀欣正毓民永汀汝沐波泰洋洛淦清渠港湖湛湾源溥满潮澄濯火灵炎炽烈焉牙玄玉玛珠琳瑞瓦皇眭睢矫神祥禚禹秀秘稽穆端笃箕篁粘粱紫练绪绳维美群翁聪肇育胜良芦若英茂荀荣莱菅菊萨藏藤虢袭裔裘诺谈谋贡贵赫辉辜达遆郎鄞酆酒醋鉴钊钦铁铎铭锐锺镇阔陕隋雪零震青静鞠颉鬲鱼鹏麴窦云奚乐皮狄童经干郁诸钮於储靳汲郗景屠郤燕充乜税蹇鹿雒贠仵凡户门药由续纵侬刀罕花么佳竹多尼图完亚德区",
);
const COMPOUND = new Set(
  "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|东方|东郭|南宫|夏侯|端木|百里|呼延|轩辕|长孙|宇文|澹台|公冶|淳于|单于|申屠|赫连|钟离|鲜于|闾丘|仲孙|宰父|谷梁|公羊|万俟|闻人|太史|濮阳|西门|独孤|拓跋|完颜|纳兰|耶律|欧侯|第五|富察|叶赫|钮祜|爱新|那拉|瓜尔|赫舍|第二|巫马|漆雕|乐正|壤驷|公良|公西|颛孙|夹谷|微生|左丘|东门|南门|梁丘|归海|羊舌|海大".split(
    "|",
  ),
);

/** Every surname of one character, the common ones first. */
export const SINGLE_SURNAMES: readonly string[] = [...COMMON, ...RARE];

/** By the code of a character: 1 a surname, 2 the first half of one, 3 both. */
const BEGINS = new Uint8Array(0x10000);
for (const sign of SINGLE_SURNAMES) BEGINS[sign.charCodeAt(0)] = 1;
for (const two of COMPOUND) BEGINS[two.charCodeAt(0)] = (BEGINS[two.charCodeAt(0)] ?? 0) | 2;

/** The surname at `at`: of two characters before one of one. */
export function surnameAt(text: string, at: number): string | undefined {
  const begins = BEGINS[text.charCodeAt(at)] ?? 0;
  if (begins === 0) return undefined;
  const two = begins > 1 ? text.slice(at, at + 2) : "";
  return COMPOUND.has(two) ? two : (begins & 1) === 1 ? text.charAt(at) : undefined;
}

/** Whether nearly everybody who bears it would think it a surname: 王, 欧阳. */
export function isCommonSurname(text: string): boolean {
  return COMMON.has(text) || COMPOUND.has(text);
}
