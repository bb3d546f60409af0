/** Made-up prose of a work bulletin. Long enough lists that two articles seldom share more than a clause. */

import type { Random } from "./random.ts";

const places =
  "石期河 潇水 湘江 萍岛 凤凰园 黄阳司 珊瑚乡 花桥街 水口山 上江圩 阳明山 都庞岭 九嶷山 舜皇山 大观堡 白芒营 涛圩 河路口 毛俊水库 双牌水库 富家桥 菱角塘 邮亭圩 梳子铺 接履桥 岚角山 竹山桥 高溪市 紫溪市 芦洪市 白牙市 井头圩".split(
    " ",
  );
const actors =
  "区委区政府 县生态环境分局 乡镇党委 执法大队 村支两委 河长办 住建部门 水利部门 督查专班 第三方检测机构 网格员 志愿者队伍 项目业主 养殖合作社 城管中队 自然资源所".split(
    " ",
  );
const verbs =
  "排查 清运 封堵 拆除 复绿 监测 约谈 督办 回访 核查 取缔 疏浚 整治 验收 通报 宣讲 巡护 围挡 遮盖 喷淋".split(" ");
const things =
  "排污口 砂石堆场 养殖粪污 餐饮油烟 渣土车辆 黑臭水体 尾矿渣 工业锅炉 雨污管网 裸露山体 噪声源 危险废物 秸秆 生活垃圾 化粪池 排水沟渠 破碎机 喷漆房 洗砂场 畜禽栏舍 采石坑 饮用水源 河道岸线 油库 沥青拌合站".split(
    " ",
  );
const qualities = "全面 彻底 限期 分类 逐一 连夜 现场 联合 依法 从严 稳步 精准 闭环 常态".split(" ");
const openings =
  "连日来 近日 为巩固整改成效 接到转办件后 在前期排查的基础上 针对群众反映的问题 本月以来 入冬以来 按照清单要求 经过现场核实 会后 截至目前".split(
    " ",
  );
const results =
  "周边群众表示满意 问题已全部销号 水质恢复到三类 扬尘明显减少 异味基本消除 台账做到一事一档 长效机制初步建立 后续由专人看护 相关单位已写出承诺 复查未见反弹 生态功能正在恢复 责任落实到了岗位".split(
    " ",
  );
const units = "零陵区 冷水滩区 祁阳县 东安县 双牌县 道县 江永县 宁远县 蓝山县 新田县 江华".split(" ");
const virtues = "蹄疾步稳 久久为功 一抓到底 标本兼治 举一反三 不留死角 靶向发力 挂图作战 守土尽责 攻坚克难".split(" ");

export function syntheticHeadline(random: Random): string {
  return `${random.pick(units)}${random.pick(virtues)}${random.pick(qualities)}${random.pick(verbs)}${random.pick(things)}`;
}

/** Some 160 characters. */
export function paragraph(random: Random): string {
  const sentences = Array.from({ length: 3 }, () => sentence(random));
  return `${random.pick(openings)}，${sentences.join("")}`;
}

function sentence(random: Random): string {
  const amount = random.below(900) + 12;
  return (
    `${random.pick(units)}${random.pick(actors)}对${random.pick(places)}一带的${random.pick(things)}${random.pick(qualities)}${random.pick(verbs)}，` +
    `共${random.pick(verbs)}${random.pick(things)}${amount}处，${random.pick(results)}。`
  );
}
