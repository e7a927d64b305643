/** The arrows: app → infrastructure → domain, app → domain, and nothing back. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-imports-domain-only',
      comment: 'The domain is pure: no clock, no random, no input or output, no Next, no MongoDB.',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^domain/',
          '^node_modules/(temporal-polyfill|rrule-temporal|@event-driven-io/emmett)/',
        ],
      },
    },
    {
      name: 'domain-takes-only-types-of-emmett',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^node_modules/@event-driven-io/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'infrastructure-knows-no-app',
      severity: 'error',
      from: { path: '^infrastructure/' },
      to: { path: '^(app|scripts|bench|faults|e2e)/' },
    },
    {
      name: 'app-knows-no-tools',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(scripts|bench|faults|e2e|infrastructure/testing)/' },
    },
    {
      name: 'testing-helps-tests-only',
      severity: 'error',
      from: {
        path: '^(app|domain|infrastructure)/',
        pathNot: ['\\.spec\\.tsx?$', '^(infrastructure|domain)/testing/'],
      },
      to: { path: '^(infrastructure|domain)/testing/' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { pathNot: '\\.(spec|e2e)\\.tsx?$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
