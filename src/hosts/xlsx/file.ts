/** Workbook files on disk (Node). Written beside the target first and renamed, so that a failure leaves the old file whole. */
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HostError } from '../../workbook/host';

function codeOf(failure: unknown): string {
  return typeof failure === 'object' && failure !== null && 'code' in failure ? String(failure.code) : '';
}

function explain(failure: unknown, path: string, doing: '读' | '写'): HostError {
  const name = basename(path);
  switch (codeOf(failure)) {
    case 'ENOENT':
      return doing === '读' ? new HostError('file/not-found', `找不到文件“${name}”`, '请核对路径和文件名') : new HostError('file/no-folder', `没有可以存放“${name}”的文件夹`, '请先建好文件夹,或换一个位置');
    case 'EISDIR':
      return new HostError('file/is-folder', `“${name}”是文件夹`, '请写明工作簿文件名');
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return new HostError('file/open-elsewhere', `“${name}”${doing}不了,可能正被 Excel 或 WPS 打开,或没有权限`, '请关闭正在打开它的程序,或另存到别处再试');
    case 'ENOSPC':
      return new HostError('file/disk-full', '磁盘空间不足', '请清理磁盘后再试');
    default:
      return new HostError('file/failed', `“${name}”${doing}不了`, '请换一个位置再试');
  }
}

/** Throws `HostError` with a sentence that says what to do. */
export async function readWorkbookFile(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (failure) {
    throw explain(failure, path, '读');
  }
}

/** Files that Excel, WPS and LibreOffice leave beside a workbook while it is open. */
function lockFiles(path: string): string[] {
  const [folder, name] = [dirname(path), basename(path)];
  return [join(folder, `~$${name}`), join(folder, `~$${name.slice(2)}`), join(folder, `.~lock.${name}#`), join(folder, `.~${name}`)];
}

/** Whether another program seems to have the workbook open. */
export async function isOpenElsewhere(path: string): Promise<boolean> {
  const found = await Promise.all(lockFiles(path).map((file) => access(file, constants.F_OK).then(() => true, () => false)));
  return found.includes(true);
}

/** Writes through a temporary file in the same folder; a link stays a link. Throws `HostError`. */
export async function writeWorkbookFile(name: string, bytes: Uint8Array): Promise<void> {
  const path = await realpath(name).catch(() => name);
  if (await isOpenElsewhere(path)) {
    throw new HostError('file/open-elsewhere', `“${basename(path)}”正被 Excel、WPS 或其他程序打开`, '请先关闭它,再运行一次;没有打开时请删去同名的锁文件(~$ 或 .~lock 开头)');
  }
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const mode = await stat(path).then((info) => info.mode & 0o777, () => 0o644);
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (failure) {
    await rm(temporary, { force: true });
    throw explain(failure, path, '写');
  }
}
