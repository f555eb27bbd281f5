/** The import table of src/README.md for dependency-cruiser: whatever a folder may not import is an error. */
const forbid = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to });

/** Of our own code `from` imports only this. */
const only = (name, from, ...allowed) => forbid(name, from, { path: '^(?:src|test)/', pathNot: allowed });

/** Of packages and Node's modules `from` imports only this. */
const packages = (from, ...allowed) => forbid('packages', from, { pathNot: ['^src/', '^test/', ...allowed.map((name) => `(?:^|node_modules/)${name}(?:/|$)`)] });

const FILES = '(?:node:)?(?:fs|path)';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },

    only('kernel', '^src/kernel/', '^src/kernel/'),
    only('workbook', '^src/workbook/', '^src/(?:workbook|kernel)/'),
    only('ledger', '^src/ledger/', '^src/(?:ledger|workbook|kernel)/'),
    only('room', '^src/systems/([^/]+)/', '^src/systems/(?:$1|office)/', '^src/(?:ledger|workbook|kernel)/'),
    only('index of rooms', '^src/systems/index\\.ts$', '^src/systems/[^/]+/index\\.ts$', '^src/ledger/'),
    only('operations', '^src/operations/', '^src/(?:operations|workbook|ledger|kernel)/'),
    only('host', '^src/hosts/([^/]+)/', '^src/hosts/$1/', '^src/(?:workbook|kernel)/'),
    only('storage', '^src/storage/', '^src/storage/', '^src/operations/ports\\.ts$'),
    only('taskpane', '^src/taskpane/', '^src/(?:taskpane|operations|workbook|ledger|kernel)/'),
    only('entries', '^src/entries/', '^src/'),
    forbid('unknown folder', '^src/', { path: '^src/', pathNot: '^src/(?:kernel|workbook|ledger|systems|operations|hosts|storage|taskpane|entries)/' }),

    packages('^src/(?:kernel|workbook|ledger|systems|operations|hosts/memory)/'),
    packages('^src/hosts/xlsx/', 'hucre', 'fflate', FILES),
    packages('^src/storage/', 'localforage'),
    packages('^src/taskpane/', 'react', 'react-dom', '@fluentui/[^/]+'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'], exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
