/** What kind of file this is, and whether unpacking it is safe: looked at before any parser sees it. */
import { HostError } from '../../workbook/host';

export interface ContainerLimits {
  /** Bytes of the file. */
  readonly file: number;
  /** Bytes of all parts unpacked. */
  readonly unpacked: number;
  /** Unpacked size divided by packed size of a part larger than 1 MB. */
  readonly ratio: number;
  readonly entries: number;
}

export const DEFAULT_LIMITS: ContainerLimits = { file: 200e6, unpacked: 1e9, ratio: 400, entries: 10_000 };

const RESAVE = '请在 Excel 或 WPS 表格中打开,另存为 .xlsx 后再试';

function starts(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** OLE compound file: an old .xls/.et, or a package encrypted with a password. */
function isCompound(bytes: Uint8Array): boolean {
  return starts(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

/** Whether the UTF-16LE text stands in the bytes (names in an OLE directory). */
function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]);
  const end = Math.min(bytes.length - wide.length, 4_000_000);
  for (let at = 0; at <= end; at += 2) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** Throws `HostError` unless the bytes are a zip package that can be unpacked safely. */
export function checkContainer(bytes: Uint8Array, limits: ContainerLimits = DEFAULT_LIMITS): void {
  if (bytes.length === 0) throw new HostError('file/empty', '文件是空的', '请确认文件保存完整,或换一份');
  if (isCompound(bytes)) {
    throw holdsWide(bytes, 'EncryptedPackage') || holdsWide(bytes, 'EncryptionInfo')
      ? new HostError('file/encrypted', '文件设有打开密码', '请在 Excel 或 WPS 表格中取消打开密码,另存后再试')
      : new HostError('file/legacy-format', '这是旧格式的表格文件(.xls 或 .et)', RESAVE);
  }
  if (!starts(bytes, 0x50, 0x4b)) throw new HostError('file/not-workbook', '这不是 .xlsx 工作簿', `.csv、.xls、.et 等文件${RESAVE}`);
  if (bytes.length > limits.file) throw new HostError('file/too-large', `文件有 ${Math.round(bytes.length / 1e6)} MB,太大了`, '请删去不用的工作表或图片后再试');
  const entries = readDirectory(bytes);
  if (!entries) throw new HostError('file/damaged', '文件不完整或已损坏', '请在 Excel 或 WPS 表格中打开并修复,另存后再试');
  const suspicious = (): HostError => new HostError('file/suspicious', '文件解开后大得不正常,为安全起见没有打开', `请确认来源;确是自己的表时,${RESAVE}`);
  if (entries.length > limits.entries) throw suspicious();
  let total = 0;
  for (const entry of entries) {
    total += entry.unpacked;
    if (total > limits.unpacked || (entry.unpacked > 1e6 && entry.unpacked > limits.ratio * Math.max(1, entry.packed))) throw suspicious();
  }
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
  if (names.size !== entries.length) throw suspicious();
  if (entries.some((entry) => entry.encrypted)) throw new HostError('file/encrypted', '文件是加密的压缩包', '请取消加密后再试');
  if (![...names].some((name) => /(?:^|\/)workbook[^/]*\.(?:xml|bin)$/.test(name))) {
    throw new HostError('file/not-workbook', '这是压缩包或其他文档,不是 .xlsx 工作簿', `请选择表格文件;${RESAVE}`);
  }
  if (names.has('xl/workbook.bin')) throw new HostError('file/legacy-format', '这是二进制工作簿(.xlsb)', RESAVE);
}

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly encrypted: boolean;
}

/** The zip's central directory, or null when it cannot be read. */
function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // zip64 marks: no office file is that large
  if (count === 0xffff || at === 0xffffffff) return null;
  const entries: Entry[] = [];
  const decoder = new TextDecoder();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + 46 + nameLength > bytes.length) return null;
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + extra;
  }
  return entries;
}
