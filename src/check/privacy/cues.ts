/** Words that tell whose a number is, or that it is nobody's, as alternatives of regular expressions. (提示词) */

/** Behind a number: it counts or measures something. 户主, 本人 and the like begin with a measure word and are none. */
export const MEASURE =
  "(?:余|多)?(?:[万亿]?(?:元|件|个(?!人)|户(?!主|名|籍)|人(?!民)|批|项|期(?!间)|条(?!件)|页|年|月|日|时(?!常)|分(?!别)|次|家(?![里中人住属庭])|亩|吨|米|度|处(?!理)|起(?!诉)|名(?![为下字])|位(?!于)|组(?!长)|点(?!击)|份|本(?!人|身)|张(?![某女先])|例|宗|笔|台|辆|座|间(?!接)|套|只|块|棵|斤|秒|题|课|股|元)|[%万亿]|平方|立方|千瓦|公里|公斤|毫|公顷|微克|毫克|万人|kWh|k[mg]|mg|m[²³23])";

/** Where somebody's telephone stands, or whose hand wrote it down. */
export const HOUSEHOLD = "家[里中庭]|[我他她其人]家|[那这该此]户|家电话|宅|屋里|可打|留|登记|附|写";
/** Somebody's: beside these a number is no office's. */
export const PERSON =
  "本人|户主|(?:求助|举报|投诉|反映|来信|来访|来电)者|其[子女妻夫父母弟兄姐妹]|儿子|女儿|老伴|爱人|家属|家人|家长|奶奶|爷爷|举报人|投诉人|信访人|反映人|来信人|来访人|来电人|申请人|当事人|患者|死者|职工|参保人|学生|孩子|老人|村民|居民|群众|车主|机主|失主|驾驶人|住户|旅客|老乡|个人|私人|其|他|她";

/** An office tells where to reach it: 监督电话, 本刊联系电话. */
export const PUBLISHED_TELEPHONE =
  "(?:(?:本刊|本报|本办|我办|我局|本局|编辑部|办公室|督察组|工作组)(?:联系)?电话|(?:举报|投诉|监督|咨询|服务|值班|办公|报修|救援|信访|受理|预约|公开|便民)(?:专线|热线)?(?:电话|热线))";
export const OFFICE =
  "局|办公室|办(?![理事案结证])|政府|中心|大厅|窗口|委(?!托)|指挥部|[大中支防]队|派出所|法院|检察院|公司|医院|卫生院|学校|物业|[值督检][班查]室|科室|图书馆|站|客服|咨询|挂号|值班|热线|专线";

export const TELEPHONE =
  "电话|手机|座机|固话|宅电|小灵通|传真|联系|号码|致电|来电|回电|留电|留号|留下|拨|打给|可打|请打|打我|呼叫|短信|加我|微信同号|写着|写有|附有|背面|手写|纸条|字条|便签|[Tt][Ee][Ll]|[Pp]hone|[Mm]obile|[Cc]all|☎|📞|📱";
/** Behind a number: 系包工头号码. */
export const TELEPHONE_BEHIND = "(?:手机|电话|号码|联系|微信|回拨|回电)";

export const IDENTITY = "身份证|证件号|公民身份|身份号|身份证明|社会保障号|社保号|居住证|一代证|二代证";

export const BANK_CARD =
  "卡(?![口车点位拉尔片通])|工资|打卡|转账|收款|打款|[发打汇转存退付][至到入进给往]|账户|储蓄|存[折单款]|一卡通|银行|[工农建中招交光发浦民]行(?!政)|邮储|农[信商]|信用社";
export const ACCOUNT = "[账帐][号户]";
/** 财政专户: an account of an office. */
export const OFFICE_ACCOUNT = "财政|专户|单位|公司|开户行|对公|国库|非税|企业|基本户";
/** Somebody's, not that of the firm or office which stands before it. */
export const PRIVATE_ACCOUNT = "本人|个人|[会职]员|其|他|她|我|卡|存折|工资|欠|户主|职工|工人|家";

/** What gives a thing's number, though it is as long as a telephone's, a person's or a card's: 井盖编号. */
export const CODE_LABEL = "编号|编码|代码";
/** Before one of these the number is somebody's after all (个人编号), or may be: what a case is numbered by is never as long as a telephone's. */
export const PERSONAL_CODE =
  "身份|证件|电话|手机|联系|医保|社保|参保|学籍|考生|病[历案]|住院|驾驶|资格|执业|上岗|健康证|卡|人员|[员职]工|人事|业主|户$|受理|信访件?|来电|来信|举报";
/** Papers and things whose number is their own, whoever stands before them: 工单号, 发票号码. */
export const NUMBERED_PAPER =
  "(?:[工订运派保联快]单|单据|[发税罚汇支]票|票据|凭证|(?<!证)书|函|信用证|挂号信|流水|批次|合同|协议|项目|样品|设备|许可证|执照|备案|批准?文|[水电气热燃]表|单元|序列)(?:号码?|编号|编码)|[工订运保]单|条码|追溯码|防伪码|[票档]号|[案档]卷号|(?:执法|监督|检查)证(?:号码?|编号)|机身号";
/** Things that have a number behind them: 编号为…的井盖. */
export const THING =
  "设备|监控|摄像|卡口|点位|井|梯|[灯线电]杆|站|器|表|单|票|批|样品|项目|工程|合同|标段|地块|图斑|网格|桩|阀|线路|资产|图纸|案|文书|报告|产品|商品|信访件|桶|栓|牌";

/** Papers that one person holds; a firm's licences are public. */
export const PAPER =
  "通行证|回乡[证卡]|台胞证|旅行证|护照|军官证|(?:警官|警察|民警)证|士兵证|士官证|文职干部证|军人证|军人保障卡|优待证|残疾证|残疾人证|残疾军人证|退[伍休役]军?人?证|复员证|居留证|居留许可|永久居留证|边防证|驾驶证|驾照|行驶证|居住证|暂住证|户口[簿本]|学生证|学籍|学号|考生号|准考证|教师资格证|[结离]婚证|出生(?:医学)?证|老年证|低保证|就诊卡|诊疗卡|社保卡|医保卡|医疗证|合作?医?疗?证|新农合证|义务兵证|[海船]员证|侨证|毕业证|学位证|光荣证|独生子女证|准生证|健康证|医保电子凭证|献血证|(?:护士|医师|教师|律师|执业|从业)资格证";
/** Of a matter, that become somebody's with 号, 卡 and the like behind: 医保个人编号, 住院号. */
export const MATTER = "新农合|参保|社会保障|社会保险|社保|医保|医疗保险|养老保险|公积金|住院|门诊|病历|病案|医案|学籍";
/** Papers of a firm or an institution before 证号. */
export const PUBLIC_PAPER =
  "许可|登记|合格|产权|土地|资质|资格|准入|备案|认证|使用|执业|林权|规划|排污|采矿|取水|运输|经营|营业|检验|注册";

export const PLATE = "车牌号码|车牌号|车牌|车号|牌照号|牌照|号牌号码|号牌|牌号|车辆号";
export const VEHICLE =
  "货车|渣土车|轿车|汽车|面包车|摩托|三轮|卡车|罐车|拖车|挂车|客车|车辆|农用车|搅拌车|越野车|小车|皮卡|私家车|包车|拖拉机|本田|丰田|大众|捷达|五菱|比亚迪|奥迪|宝马|奔驰|长安|哈弗|吉利|奇瑞|别克|特斯拉|桑塔纳|夏利|江淮|长城";

/** Vehicles of a public service or of a trade: whose plate they bear is no private matter. */
export const PUBLIC_VEHICLE =
  "公交|出租(?![屋房])|环卫|洒水|清运|清扫|扫[路地]|吸[污粪]|雾炮|执法|[路运]政|巡[查逻]|公务|救护|消防|警用|押运|殡葬|运尸|抢[险修]|救援|冷链|客运|长途|班线|邮政|接送|稽查|收集|[危货旅][化物险游]|泵(?=车)|吊(?=车)|市政|工程(?=车)|校(?=车)|警(?=车)|公(?=车)";
/** Such a one by its own name. */
export const PUBLIC_VEHICLE_NAME = "公交|大巴|巴士|的士|校车|警车|班车";
export const OWNER =
  "公司|集团|车队|合作社|中心|单位|站|殡仪馆|[卫护路政管][处所]|[市县区总分]局|政府|学校|医院|幼儿园";

export const WECHAT =
  "[微威薇徽維维卫韦溦][ .·_*/-]?[信芯心]|[微vVwW] ?[xX信]|[vVwW] ?[❤❣♥♡] ?[xX]?|卫星(?:号|(?=:))|(?<![A-Za-z])[vV]号|绿泡泡|[微薇威卫V] ?[❤❣♥♡](?: ?(?:xin|[信芯心]))?|[薇微威徽维](?= ?:)|[Ww]e ?[Cc]hat|wei ?(?:xin|信)|(?<![A-Za-z])(?:[Vv] ?[Xx]|[Ww] ?[Xx])(?![A-Za-z0-9])|[Vv] ?信|(?<=[加+]我? ?)(?:[薇微威徽]信?|[vV](?:信|(?![A-Za-z0-9])))|(?<![A-Za-z])(?:VX|Vx|vx|wx|WX)";
export const QQ =
  "(?<![A-Za-z])[Qq] ?[Qq]|扣 ?扣|叩叩|抠抠|蔻蔻|球球|秋秋|企鹅|(?<![A-Za-z0-9])[Qq](?= ?[:号]|\\d{7,10}(?!\\d))|扣(?=[号:])|(?<=[加+])(?:[Qq]聊?|扣)";
export const OTHER_ACCOUNT =
  "抖音|快手|微博|小红书|支付宝|钉钉|陌陌|飞信|闲鱼|淘宝|拼多多|美团|(?:1[26]3|1[38]9|[Qq][Qq]|新浪|搜狐|网易|个人|私人)(?:电子)?邮箱|邮箱名|[Tt]elegram";
/** An office's own account is there to be found. */
export const OFFICE_CHANNEL = "公众|官方|政务|本报|本刊|单位|局|办|平台|企业";
