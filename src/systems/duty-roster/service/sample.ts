/** Records of the invented office's last days of 2025, and what other offices owe before the next festival. */
import { civilMinute, fromISO } from '../../../kernel/date';
import type { SampleRows } from '../../../ledger/system';
import { momentCell, type CellInput } from '../../../workbook/cell';
import { sampleDate, type SampleName } from '../../office/sample';
import { callLedger, handoverLedger, logLedger, reportLedger, spotCheckLedger, unitRosterLedger } from './ledgers';

/** `2025-12-30 21:15` as a cell. */
function at(text: string): CellInput {
  const [date, time] = text.split(' ');
  const [hour, minute] = time!.split(':').map(Number);
  return momentCell(civilMinute(fromISO(date!)!, hour!, minute!));
}

const ALL_THERE = {
  log: '是', handoverBook: '是', reportForms: '是', directory: '是', rosters: '是', dutyRoomKey: '1', officeKey: '1', printRoomKey: '1', torch: '是', radio: '是', clean: '是', signed: '是',
} as const;

const handover = (date: string, time: string, from: SampleName, to: SampleName, more: Readonly<Record<string, CellInput>> = {}): Record<string, CellInput> => ({
  date: sampleDate(date), time: at(`${date} ${time}`), from, to, ...ALL_THERE, ...more,
});

export const serviceSample: readonly SampleRows[] = [
  {
    ledger: handoverLedger,
    rows: [
      handover('2025-12-29', '8:55', '黄磊', '马超'),
      handover('2025-12-30', '8:58', '马超', '王建国', { unfinished: '市政府总值班室来电一件,待综合股办理' }),
      handover('2025-12-31', '9:00', '王建国', '孙浩'),
    ],
  },
  {
    ledger: callLedger,
    rows: [
      { date: sampleDate('2025-12-31'), slot: '上午上班', action: '取消', time: at('2025-12-31 9:02') },
      // 孙浩, who serves that day
      { date: sampleDate('2025-12-31'), slot: '中午下班', action: '转接', number: '13900010027', verifier: '朱琳', time: at('2025-12-31 12:01') },
      { date: sampleDate('2025-12-31'), slot: '下午上班', action: '取消', time: at('2025-12-31 14:00') },
      { date: sampleDate('2025-12-31'), slot: '下午下班', action: '转接', number: '13900010027', verifier: '朱琳', time: at('2025-12-31 18:02') },
    ],
  },
  {
    ledger: logLedger,
    rows: [
      { received: at('2025-12-29 15:20'), kind: '会议通知', party: '市政府办公室', contact: '周老师', phone: '0999-8660101', content: '31日视频会议,主要领导参加', leader: '秦朗', result: '已转综合股', recorder: '马超' },
      { received: at('2025-12-30 21:15'), kind: '突发', party: '安河镇', contact: '镇值班室', phone: '0999-8660202', content: '省道边坡落石,交通受阻,无人员伤亡', leader: '冯雅', instruction: '请交通局立即处置', result: '23时恢复通行', answered: at('2025-12-30 23:20'), recorder: '王建国', urgent: '是', reported: at('2025-12-30 21:24') },
      { received: at('2025-12-30 22:00'), kind: '点名', party: '市总值班室', recorder: '王建国', rollCall: at('2025-12-30 22:00'), responder: '王建国' },
    ],
  },
  {
    ledger: reportLedger,
    rows: [{ number: '2025-14', matter: '安河镇供水管道破裂', made: at('2025-12-27 19:30'), handedOver: at('2025-12-29 9:10'), instruction: '请水务局跟进', done: '是' }],
  },
  {
    ledger: spotCheckLedger,
    rows: [
      { time: at('2025-12-30 20:10'), unit: '县水务局', answerer: '小罗', clerkThere: '是', leaderThere: '是', matches: '是', checker: '王建国' },
      { time: at('2025-12-30 20:14'), unit: '安河镇', answerer: '小陶', clerkThere: '是', leaderThere: '是', matches: '是', checker: '王建国' },
    ],
  },
  {
    ledger: unitRosterLedger,
    rows: [
      { unit: '县水务局', kind: '部门', occasion: '元旦', due: sampleDate('2025-12-29'), received: sampleDate('2025-12-26'), kept: '值班室文件柜' },
      { unit: '安河镇', kind: '乡镇', occasion: '元旦', due: sampleDate('2025-12-29'), received: sampleDate('2025-12-29'), kept: '值班室文件柜' },
      { unit: '县水务局', kind: '部门', occasion: '春节', due: sampleDate('2026-02-11') },
      { unit: '安河镇', kind: '乡镇', occasion: '春节', due: sampleDate('2026-02-11') },
    ],
  },
];
