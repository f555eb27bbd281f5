import { PassThrough, Writable } from 'node:stream';
import { tolerateClosedPipe } from '../../src/entries/cli/closed-pipe';

function failing(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}

describe('output whose reader has gone', () => {
  it('a closed pipe is no failure', async () => {
    const stream = failing('EPIPE');
    tolerateClosedPipe(stream);
    const closed = new Promise((resolve) => stream.once('close', resolve));
    stream.write('公平性');
    await closed;
    expect(stream.destroyed).toBe(true);
  });

  it('any other error is not swallowed', () => {
    const stream = new PassThrough();
    tolerateClosedPipe(stream);
    expect(() => stream.emit('error', Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toThrow('no space');
  });
});
