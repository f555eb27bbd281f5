/** The import table of src/README.md, for dependency-cruiser. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'kernel-imports-nothing', severity: 'error', from: { path: '^src/kernel/' }, to: { pathNot: '^src/kernel/' } },
    only('workbook', '^src/workbook/', ['^src/kernel/']),
    only('ledger', '^src/ledger/', ['^src/kernel/', '^src/workbook/']),
    {
      name: 'no-room-imports-another',
      severity: 'error',
      from: { path: '^src/systems/([^/]+)/' },
      to: { path: '^src/systems/([^/]+)/', pathNot: ['^src/systems/$1/', '^src/systems/office/'] },
    },
    { name: 'rooms', severity: 'error', from: { path: '^src/systems/[^/]+/' }, to: { path: '^src/', pathNot: ['^src/(?:systems|ledger|workbook|kernel)/'] } },
    { name: 'index-lists-rooms', severity: 'error', from: { path: '^src/systems/index\\.ts$' }, to: { pathNot: ['^src/systems/[^/]+/index\\.ts$', '^src/ledger/'] } },
    only('operations', '^src/operations/', ['^src/workbook/', '^src/ledger/', '^src/kernel/']),
    { name: 'no-host-imports-another', severity: 'error', from: { path: '^src/hosts/([^/]+)/' }, to: { path: '^src/', pathNot: ['^src/hosts/$1/', '^src/workbook/', '^src/kernel/'] } },
    { name: 'pages-know-no-host-or-room', severity: 'error', from: { path: '^src/taskpane/' }, to: { path: '^src/(?:hosts|systems|storage|entries)/' } },
    { name: 'only-entries-import-entries', severity: 'error', from: { path: '^src/', pathNot: '^src/entries/' }, to: { path: '^src/entries/' } },
    { name: 'no-test-code-in-src', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
