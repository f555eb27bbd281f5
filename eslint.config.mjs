import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

/** Code that must give the same result on every machine at every hour. */
const DETERMINISTIC = ['src/kernel/**', 'src/workbook/**', 'src/ledger/**', 'src/systems/**', 'src/operations/**'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // indices are checked by noUncheckedIndexedAccess; the bound is known where `!` stands
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: DETERMINISTIC,
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: 'civil dates only' }, { name: 'Intl', message: 'no locale' }, { name: 'performance', message: 'no clock' }, { name: 'globalThis', message: 'no host' }],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'seeded generators only' }],
      'no-restricted-syntax': ['error', { selector: "CallExpression[callee.property.name=/^(localeCompare|toLocale\\w+)$/]", message: 'no locale' }],
    },
  },
);
