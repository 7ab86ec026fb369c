import type { FieldOrigin, Shown } from '../model/show.ts';
import { type Cell, table } from './table.ts';
import { type Line, renderText, type Style, type TextOptions } from './text.ts';
import { valueText } from './values.ts';

const STYLES = {
  entry: 'green',
  source: 'cyan',
  configuration: 'magenta',
  default: 'dim',
} as const satisfies Record<FieldOrigin, Style>;

const COLUMNS = [{ title: 'field' }, { title: 'from' }, { title: 'value' }] as const;

/** Each registration that an entry gives: field, who decided it, value. Secrets are only named. */
export const showText = (registrations: readonly Shown[], options: TextOptions): string => {
  const lines = registrations.flatMap((shown, at): Line[] => {
    const rows = shown.fields.map((field): Cell[] => [
      field.field,
      { text: [field.from, ...(field.rows ?? [])].join(' '), style: STYLES[field.from] },
      'secret' in field ? '(secret)' : valueText(field.value),
    ]);
    const file = options.directory === undefined ? shown.file : `${options.directory}/${shown.file}`;
    const endpoint = shown.endpoint === undefined ? '' : ` (endpoint ${shown.endpoint})`;
    return [
      ...(at === 0 ? [] : [[]]),
      [{ text: shown.path, style: 'bold' }, `  ${shown.type}`, { text: `  ${file}${endpoint}`, style: 'dim' }],
      ...table({ columns: COLUMNS, rows, width: options.width, indent: 2 }),
    ];
  });
  return renderText(lines, options.colour);
};
