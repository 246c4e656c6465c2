import { configApp } from '@adonisjs/eslint-config'
import { boundaries } from './scripts/lint/boundaries.js'
import { cycles } from './scripts/lint/cycles.js'
import { typeNames } from './scripts/lint/type_names.js'

export default configApp(
  {
    ignores: ['tmp/**', 'tests/host/app/**', 'tests/host/variants/**'],
  },
  {
    name: 'Layers, cycles and type names',
    files: ['**/*.ts'],
    plugins: { smtp_admin: { rules: { boundaries, cycles, 'type-names': typeNames } } },
    rules: {
      'smtp_admin/boundaries': 'error',
      'smtp_admin/cycles': 'error',
      'smtp_admin/type-names': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    name: 'Pages and diagnostics do not decrypt passwords',
    files: ['app/smtp_admin/{admin,diagnostics}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="release"]',
          message: 'Only the code that connects to a server may decrypt a password.',
        },
      ],
    },
  }
)
