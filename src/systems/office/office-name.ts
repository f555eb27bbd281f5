/** The office's name as formal pages print it. */
import type { CivilDate } from '../../kernel/date';
import type { Context } from '../../ledger/context';
import { settingsLedger } from '../../ledger/own-ledgers';
import { officeName } from './parameters';

const UNNAMED = '××办公室';

/** 单位名称 in force on the day; blank prints as ××办公室, with a warning, once however many pages ask. */
export function printedOfficeName(context: Context, on: CivilDate): string {
  const name = context.setting(officeName, on);
  if (name !== '') return name;
  context.report({
    code: 'office/name-blank',
    severity: 'warning',
    sheet: settingsLedger.sheet,
    cell: '',
    message: `参数“${officeName.key}”是空的,打印页写作“${UNNAMED}”`,
    remedy: `请在“参数”表写明${officeName.key}`,
    clause: officeName.clause,
  });
  return UNNAMED;
}
