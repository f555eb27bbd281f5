/** A template of 费率表, and a duty that was made up for by time off. */
import type { SampleRows } from '../../../ledger/system';
import { sampleDate } from '../../office/sample';
import { DAY_CLASSES, rateLedger, restLedger } from './ledgers';

export const allowanceSample: readonly SampleRows[] = [
  {
    ledger: rateLedger,
    // what a duty is worth differs from place to place: 0 is no standard
    rows: DAY_CLASSES.map((dayClass) => ({ from: sampleDate('2025-01-01'), payee: '值班人员', dayClass, shift: '24小时班', pricing: '元/班', amount: 0, exclusive: '是', unapproved: '暂扣', note: '0是模板,请按本单位现行文件填写' })),
  },
  { ledger: restLedger, rows: [{ person: '吴刚', date: sampleDate('2025-12-27'), rested: sampleDate('2025-12-30') }] },
];
