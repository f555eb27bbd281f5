/**
 * The whole suite in one file: modules are loaded, and counted, once instead of once a file (one time zone runs it file by
 * file, so that no test leans on another). Other programs, the import table and long searches are run apart.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const APART = /(?:^|\/)(?:architecture|libreoffice|browser)\/|properties\.test|duty-roster\/engine/;

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /\.test\.tsx?$/.test(name) && !APART.test(name)).sort();

for (const file of files) describe(relative('.', file), () => void jest.requireActual<object>(join(__dirname, file)));
