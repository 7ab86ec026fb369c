import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'rolldown';

/** Above it the file gets no smaller, and every build waits. */
const QUALITY = 7;

/** Puts Cedar's WebAssembly beside the chunks, packed: a quarter of its size. `src/gateways/cedar.ts` reads it from there. */
export const packedCedar = (root: string): Plugin => ({
  name: 'packed-cedar',
  generateBundle() {
    const bytes = readFileSync(join(root, 'node_modules/@cedar-policy/cedar-wasm/web/cedar_wasm_bg.wasm'));
    const source = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
    this.emitFile({ type: 'asset', fileName: 'chunks/cedar.wasm.br', source });
  },
});
