import { defineConfig } from 'tsup';

const packages = { index: 'src/index.ts', demonstration: 'src/demonstration/index.ts' };

export default defineConfig({
  entry: { ...packages, start: 'src/start.ts' },
  format: 'esm',
  dts: { entry: packages },
  // The sample council's plugins and children are for development only, and stay in their own packages.
  external: [/^@cic\//],
  clean: true,
  silent: true,
});
