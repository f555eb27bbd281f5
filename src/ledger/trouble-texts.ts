/** What is said about a cell, by reason. `{value}` is the cell, `{read}` what it was taken for, `{column}`, `{choices}`. */
export interface TroubleText {
  readonly message: string;
  readonly remedy: string;
  readonly clause?: string;
}

export const TROUBLE_TEXTS: Readonly<Record<string, TroubleText>> = {
  'error-value': { message: '“{column}”的公式出错,显示{value}', remedy: '请改正公式,或改填数值' },
  'name-empty': { message: '“{column}”里没有姓名', remedy: '请填写姓名' },
  'name-several': { message: '“{column}”里有不止一个人:“{value}”', remedy: '请一行只写一个人', clause: 'G14' },
  'name-title': { message: '“{column}”写的是称谓“{value}”,不能确定是谁', remedy: '请写全名', clause: 'G14' },
  'name-not-a-name': { message: '“{column}”里的“{value}”不像姓名', remedy: '请填写姓名;同名的可写成 张伟(07),括号里是编号', clause: 'G14' },
  'date-unreadable': { message: '“{column}”里的“{value}”读不出日期', remedy: '请写成 2026-03-05 这样的日期' },
  'date-impossible': { message: '“{column}”里的“{value}”不是存在的日期', remedy: '请改成真实的日期' },
  'date-without-year': { message: '“{column}”里的“{value}”缺少年份,表头和参数也没有写明年份', remedy: '请补上年份,如 2026年3月5日' },
  'date-number': { message: '“{column}”里是数字{value},不知道是哪一天(3.1与3.10是同一个数)', remedy: '请写成 2026-03-05 或 3月5日' },
  'date-range': { message: '“{column}”里的“{value}”是一段日期', remedy: '请把起止分别填在开始、结束两列' },
  'date-several': { message: '“{column}”里的“{value}”有不止一个日期', remedy: '请一行只写一个日期' },
  'month-day-dotted': { message: '“{column}”里的“{value}”按{read}读', remedy: '如果不对,请写成 2026-03-05 这样的日期' },
  'weekday-differs': { message: '“{column}”里的“{value}”日期与星期不符,按日期{read}读', remedy: '请核对日期和星期' },
  'time-without-date': { message: '“{column}”里只有时间“{value}”,不知道是哪一天', remedy: '请写成 2026-03-05 09:00' },
  'half-unknown': { message: '“{column}”写的是“{value}”,不知道是上午还是下午', remedy: '请填写上午或下午', clause: 'G11' },
  'half-unreadable': { message: '“{column}”里的“{value}”读不出上午或下午', remedy: '请填写{choices}', clause: 'G11' },
  'half-day': { message: '“{column}”写的是“{value}”,起止时段要分别是上午或下午', remedy: '全天请在开始时段填上午、结束时段填下午', clause: 'G11' },
  'number-unreadable': { message: '“{column}”里的“{value}”读不出数字', remedy: '请只填数字' },
  'number-blank': { message: '“{column}”里没有数字', remedy: '请只填数字' },
  'number-several': { message: '“{column}”里的“{value}”有不止一个数', remedy: '请只填一个数' },
  'number-grouping': { message: '“{column}”里的“{value}”分隔不清,不知道是几', remedy: '请去掉数字中间的逗号和空格' },
  'number-too-large': { message: '“{column}”里的{value}大得不合常理', remedy: '请核对这个数' },
  'number-approximate': { message: '“{column}”里的“{value}”是约数,按{read}计', remedy: '请填写准确的数' },
  'number-not-whole': { message: '“{column}”里的{value}不是整数', remedy: '请填写整数' },
  'money-finer-than-fen': { message: '“{column}”里的{value}元不足一分的部分不能计', remedy: '请精确到分', clause: 'G12' },
  'money-too-large': { message: '“{column}”里的{value}元大得不合常理', remedy: '请核对金额', clause: 'G12' },
  'money-unit': { message: '“{column}”里的“{value}”不是金额', remedy: '请填写以元为单位的金额', clause: 'G12' },
  'yes-no-unreadable': { message: '“{column}”里的“{value}”读不出是或否', remedy: '请填写是或否' },
  'choice-unknown': { message: '“{column}”里的“{value}”不在可选的范围内', remedy: '请填写{choices}之一' },
  'month-unreadable': { message: '“{column}”里的“{value}”读不出月份', remedy: '请写成 2026-03' },
  'month-without-year': { message: '“{column}”里的“{value}”缺少年份', remedy: '请写成 2026-03' },
  'phone-malformed': { message: '“{column}”里的“{value}”不像电话号码', remedy: '手机号码应为11位数字' },
  'plate-unreadable': { message: '“{column}”里的“{value}”不像车牌', remedy: '请写成 川J12345' },
  'weekdays-unreadable': { message: '“{column}”里的“{value}”读不出星期', remedy: '请写成 周六、周日' },
};
