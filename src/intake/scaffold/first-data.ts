/** The first data files of a new office. Required values are left empty, so that `check` asks for each by name. */

const bulletin = `# 刊物本身的资料，每期相同。先填好“刊名”“编发单位”“刊期”；行首有“# ”的，用得着才去掉“# ”。
# 每一项的说明见 docs/reference.md。

报头:
  # 范围: 某市防汛抗旱指挥部      # 刊名上方较小的一行
  刊名:                           # 大字刊名，如 防汛日报

编发单位:                         # 报头左下方的单位全称

刊期:                             # 每日、每周、每旬、每半月、每月、每季、每半年、每年；没有一定的写 不定期

# 常设栏目，npm run new 按这个次序建稿件
栏目: [工作动态, 数据情况]

# 联系:
#   联系电话: （0000）1234567
# 报: 上级机关、领导
# 送: 平级机关
# 发: 下级单位

# 隐私检查时放行的内容：单位自己的电话、邮箱；别的要写原因，如 - { 内容: 张三, 原因: 本人同意署名 }
# 隐私放行: [（0000）1234567]
`;

const units = `# 单位登记表：一个单位一段，次序就是“登记序”。有简称、性质（如 县区、市直部门）的，去掉行首的“# ”再填。
# 只有全称的，一行写一个也行，如“- 市教育局”。不止一个的，照样往下写。
- 全称:
  # 简称:
  # 性质:
`;

const tallies = `# 统计些什么（指标）、怎样分（分组）。各期的 counts.yaml 只填数字，名称在这里定。
# 下面是常见的开头，改成本单位的。每一项什么时候用、举例，见 docs/new-office.md。

分组:
  单位:
    登记: units.yaml
  来源:
    项目: [来电, 来信, 网络]

指标:
  受理:                   # 不写量词就是“件”
  办结:
    属于: 受理            # 办结不能多于受理
  办结率:
    算式: 办结 / 受理     # 算出来的，不用填
    百分比: 1             # 按百分比印，一位小数
`;

/** Path below the root → text. */
export const firstData: ReadonlyMap<string, string> = new Map([
  ["data/bulletin.yaml", bulletin],
  ["data/units.yaml", units],
  ["data/tallies.yaml", tallies],
]);
