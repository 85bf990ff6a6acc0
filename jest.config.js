/** Tests run from the TypeScript sources, compiled to CommonJS by swc: no flags, no build. */
export default {
  testEnvironment: 'node',
  // Each look-up of a global in the sandbox is slow; training and pictures look this one up millions of times.
  sandboxInjectedGlobals: ['Math'],
  // One worker a core; jest would leave one idle, and of two cores that is half.
  maxWorkers: '100%',
  testTimeout: 30_000,
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023' } }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Its module is ES only; the bundle is not.
    '^adaptivecards$': 'adaptivecards/dist/adaptivecards.js',
  },
};
