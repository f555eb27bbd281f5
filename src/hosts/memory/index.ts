export { MemoryWorkbook } from './host';
export { MemorySheet } from './sheet';
