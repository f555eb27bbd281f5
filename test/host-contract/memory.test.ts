import { MemoryWorkbook } from '../../src/hosts/memory';
import { describeHost, type ContractHost } from './contract';

const wrap = (host: MemoryWorkbook): ContractHost => ({ host, reopen: async () => wrap(host) });

describeHost('memory', async () => wrap(new MemoryWorkbook()));
