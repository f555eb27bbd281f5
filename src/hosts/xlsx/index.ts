export { createXlsx, openXlsx, XlsxWorkbook, type SavedWorkbook } from './host';
export type { Loss } from './package-parts';
