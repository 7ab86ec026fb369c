import { lstatSync, readFileSync } from 'node:fs';
import { SyncError } from '../model/errors.ts';
import { readScanned, type ScannedTool } from './scanner.ts';

/** Bytes of a scanner's file: 20,000 tools with all that it says of one have fewer. */
const LARGEST = 64 * 1024 * 1024;

const refused = (file: string, met: string): SyncError =>
  new SyncError('usage', 'bad-option', `findings: expected what mcp-scanner --raw prints in ${file}, met ${met}.`, {
    hint: 'mcp-scanner --analyzers yara --raw static --tools found/tools.json > findings.json',
  });

/** What a scanner said of tools; nothing where no file is given. Throws SyncError usage/bad-option where it is none of its files. */
export const readFindings = (file: string | undefined): readonly ScannedTool[] => {
  if (file === undefined) return [];
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw refused(file, found === undefined ? 'no file' : 'something else than a file');
  if (found.size > LARGEST) throw refused(file, `more than ${LARGEST} bytes`);
  const scanned = readScanned(readFileSync(file, 'utf8'));
  if (scanned === undefined) throw refused(file, 'another form');
  return scanned;
};
