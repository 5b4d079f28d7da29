import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'

const address = '/(https?|wss?):\\/\\/|localhost|127\\.0\\.0\\.1/'
const namespace = '/^http:\\/\\/www\\.w3\\.org\\//'
const message = 'No address in code: everything is same-origin, and what is not comes from DASHBOARD_* keys.'
const noAddresses = [
  { selector: `Literal[value=${address}]:not([value=${namespace}])`, message },
  { selector: `TemplateElement[value.raw=${address}]`, message },
]

export default [
  { ignores: ['dist/', 'node_modules/'] },
  js.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 50 }],
      'max-params': ['error', 6],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/no-bare-strings-in-template': [
        'error',
        { allowlist: ['◆', '↑', '·', '→', '←', '–', '(', ')', ':', '#'] },
      ],
      'vue/no-restricted-syntax': ['error', { selector: `VLiteral[value=${address}]`, message }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['src/components/**/*.vue'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'composables/(api|live|session)/',
              message: 'Props in, events out: pages and App ask the gateway.',
            },
          ],
        },
      ],
    },
  },
  { files: ['src/**'], rules: { 'no-restricted-syntax': ['error', ...noAddresses] } },
  {
    files: ['**/*.test.js'],
    rules: {
      'no-restricted-syntax': 'off',
      'max-lines-per-function': 'off',
      'vue/one-component-per-file': 'off',
    },
  },
  { files: ['*.js', 'scripts/**'], languageOptions: { globals: { ...globals.node } } },
]
