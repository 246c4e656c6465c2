import { configApp } from '@adonisjs/eslint-config'
import { boundaries } from './scripts/lint/boundaries.js'

export default configApp(
  {
    ignores: ['tmp/**', 'tests/host/app/**', 'tests/host/variants/**'],
  },
  {
    name: 'What is published, and its rooms',
    files: ['**/*.ts'],
    plugins: { smtp_admin: { rules: { boundaries } } },
    rules: {
      'smtp_admin/boundaries': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    name: 'Pages open no password',
    files: ['app/smtp_admin/{admin,diagnostics}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="release"]',
          message:
            'Only what connects to a server opens a password: ask it matches() or isReadable().',
        },
      ],
    },
  }
)
