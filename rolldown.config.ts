import { defineConfig } from 'rolldown';
import { bundleOptions } from './scripts/bundle/options.ts';

export default defineConfig(bundleOptions(import.meta.dirname));
