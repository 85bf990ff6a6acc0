/** Tests run from the TypeScript sources, compiled to CommonJS by swc: no flags, no build. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023' } }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Its module is ES only; the bundle is not.
    '^adaptivecards$': 'adaptivecards/dist/adaptivecards.js',
  },
};
