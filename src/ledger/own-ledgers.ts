/** The two ledgers of the language itself: 参数 (settings) and 对照 (an office's own names). */
import * as column from './column';
import { defineLedger } from './ledger';

export const settingsLedger = defineLedger({
  id: 'settings',
  sheet: '参数',
  aliases: ['参数表', '设置'],
  help: '开关和标准;同一个键可以有多行,各写适用起止',
  clause: '登记-一(序)',
  unique: ['key', 'from'],
  columns: {
    key: column.text('键', { required: true, aliases: ['参数', '参数名', '名称', '项目'] }),
    value: column.text('值', { aliases: ['取值', '参数值', '内容'] }),
    from: column.date('适用起', { aliases: ['起', '生效日期'] }),
    to: column.date('适用止', { aliases: ['止', '失效日期'] }),
    help: column.text('说明', { aliases: ['备注'] }),
  },
});

export const mappingLedger = defineLedger({
  id: 'mapping',
  sheet: '对照',
  aliases: ['表列对照'],
  help: '本单位的表名、列名与规范名称不同时写在这里,先于别名',
  clause: 'G15',
  columns: {
    sheet: column.text('规范表', { required: true }),
    column: column.text('规范列'),
    mySheet: column.text('我的表'),
    myColumn: column.text('我的列'),
  },
});
