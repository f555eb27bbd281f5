/**
 * The whole suite in one file, for the other time zones: modules are loaded once instead of once a file. What other
 * programs, the import table and long searches are about is left out; no time zone changes it.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const APART = /(?:^|\/)(?:architecture|libreoffice|browser)\/|properties\.test|duty-roster\/engine|kernel\/solver/;

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /\.test\.tsx?$/.test(name) && !APART.test(name)).sort();

for (const file of files) describe(relative('.', file), () => void jest.requireActual<object>(join(__dirname, file)));
