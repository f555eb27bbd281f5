/** Output into a pipe whose reader has gone (`hengzhi … | head`) is no failure: the rest is simply not wanted. */
import type { Writable } from 'node:stream';

/** Ignores EPIPE on `stream` (the run goes on and keeps its exit status); every other error is thrown as before. */
export function tolerateClosedPipe(stream: Writable): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
