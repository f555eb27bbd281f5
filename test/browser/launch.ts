/** Finds a real Chromium: on the machine, else the one that an npm package ships. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The package's own flags that would let a page do what an office's browser refuses. */
const LAX = ['--disable-web-security', '--allow-running-insecure-content', '--disable-site-isolation-trials'];

export async function launchChromium(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: FLAGS });
  const { default: shipped } = await import('@sparticuz/chromium');
  const args = shipped.args.filter((flag) => !LAX.includes(flag));
  return chromium.launch({ executablePath: await shipped.executablePath(), args: [...args, ...FLAGS] });
}
