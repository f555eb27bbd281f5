import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';

const root = dirname(fileURLToPath(import.meta.url));

const typescript = {
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
        },
      },
    ],
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
};

/** Ships HiGHS as it is: script and WebAssembly. */
function shipSolver(compiler) {
  compiler.hooks.thisCompilation.tap('shipSolver', (compilation) => {
    compilation.hooks.processAssets.tap({ name: 'shipSolver', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS + 1 }, () => {
      const folder = resolve(root, 'node_modules/highs/build');
      for (const file of ['highs.mjs', 'highs.wasm']) compilation.emitAsset(file, new webpack.sources.RawSource(readFileSync(resolve(folder, file))));
    });
  });
}

/** A program for Node: the command line, the demonstration, the benchmarks. */
function nodeProgram(name, entry) {
  return {
    ...typescript,
    name,
    mode: 'production',
    target: 'node20',
    entry: { [name]: resolve(root, entry) },
    experiments: { outputModule: true, topLevelAwait: true },
    externalsType: 'module',
    // the solver's script finds its WebAssembly beside itself: both lie beside the program, loaded when they are needed
    externals: { highs: 'import ./highs.mjs' },
    output: { path: resolve(root, 'dist'), filename: '[name].mjs', module: true, chunkFormat: 'module', library: { type: 'module' } },
    optimization: { minimize: false },
    plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: /^(cli|demo|bench)\.mjs$/ }), { apply: shipSolver }],
    performance: { hints: false },
  };
}

export default (env = {}) => {
  const shipped = [nodeProgram('cli', 'src/entries/cli.ts')];
  const others = [nodeProgram('demo', 'src/entries/demo.ts'), nodeProgram('bench', 'test/bench/index.ts')];
  return env.only ? [...shipped, ...others].filter((program) => program.name === env.only) : shipped;
};
