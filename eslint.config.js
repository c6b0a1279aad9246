import { defineConfig, globalIgnores } from 'eslint/config'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only platform/config.ts reads the environment.',
}
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'No default exports: a name is the same everywhere.' }
const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the application clock: the instant is a parameter.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the application clock: the instant is a parameter.' },
]
const noFetch = { selector: "CallExpression[callee.name='fetch']", message: 'Only providers, simulators and packages/client call out.' }

export default defineConfig(
  globalIgnores(['**/build/**', '**/dist/**', '**/.react-router/**', '**/node_modules/**', '.data/**', 'apps/server/src/platform/tables.ts']),
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'max-len': ['error', {
        code: 120, ignoreUrls: true, ignoreRegExpLiterals: true, ignoreStrings: true, ignoreTemplateLiterals: true,
      }],
      'no-console': 'off',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noEnv, noDefault],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['apps/server/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error' },
  },
  { files: ['apps/server/src/**/*.ts', 'packages/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noEnv, noDefault, noFetch] } },
  { files: ['apps/server/src/modules/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noEnv, noDefault, noFetch, ...noClock] } },
  {
    files: ['apps/server/src/{providers,simulators}/**/*.ts', 'packages/client/**/*.ts', 'apps/server/src/http/dev-desk/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnv, noDefault] },
  },
  { files: ['apps/{shop,admin}/**/*.{ts,tsx}'], extends: [hooks.configs.flat['recommended-latest']] },
  {
    // Configurations and framework routes must export a default.
    files: ['**/*.config.{ts,js}', 'apps/shop/app/root.tsx', 'apps/shop/app/routes.ts', 'apps/shop/app/routes/**', 'apps/shop/app/entry.*',
      'apps/admin/src/**/*.page.tsx', 'apps/server/tests/support/global-setup.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnv] },
  },
  {
    files: ['scripts/**', 'apps/server/src/platform/config.ts', 'e2e/**', 'bench/**', '**/*.test.ts', '**/tests/**', '**/*.config.{ts,js}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Route plugins are lists; tests are stories; seeds are data.
    files: ['**/*.routes.ts'], rules: { 'max-lines-per-function': ['error', { max: 80 }] },
  },
  // Tests and their builders are stories: who, what, where, with what.
  { files: ['**/*.test.ts', '**/tests/**', 'e2e/**'], rules: { 'max-lines-per-function': 'off', 'max-params': ['error', 5] } },
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
