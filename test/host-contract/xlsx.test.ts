import { createXlsx, openXlsx, type XlsxWorkbook } from '../../src/hosts/xlsx';
import { describeHost, type ContractHost } from './contract';

const wrap = (host: XlsxWorkbook): ContractHost => ({ host, reopen: async () => wrap(await openXlsx((await host.save()).bytes)) });

describeHost('xlsx, new file', async () => wrap(createXlsx()));

describeHost('xlsx, opened file', async () => {
  const fresh = createXlsx();
  const content = { rows: [], styles: {}, columnWidths: [], rowHeights: {}, merges: [], validations: [] };
  await fresh.apply([{ kind: 'addSheet', sheet: '占', content }]);
  const opened = await openXlsx((await fresh.save()).bytes);
  await opened.apply([{ kind: 'removeSheet', sheet: '占' }]);
  return wrap(opened);
});
