import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A column as the type of its table says it. */
export type TypedColumn = { name: string; type: string; nullable: boolean; generated: boolean };

const folder = path.resolve(import.meta.dirname, '../../../electron/office/database');

/**
 * Reads the table types by their text: types leave nothing behind at run time, and compiling them would not show
 * the order. Throws on a line that it does not understand, so that nothing is passed over.
 */
export function readTypes(): Map<string, TypedColumn[]> {
  const tables = new Map<string, TypedColumn[]>();
  for (const name of readdirSync(folder).filter((one) => /^tables-.*\.ts$/.test(one))) {
    const types = typesIn(readFileSync(path.join(folder, name), 'utf8'));
    for (const [type, fields] of types) {
      if (!type.endsWith('Tables')) continue;
      for (const [table, rowType] of fields) tables.set(table, columnsOf(types.get(rowType), rowType));
    }
  }
  return tables;
}

function typesIn(text: string): Map<string, [string, string][]> {
  const found = text.matchAll(/^(?:export )?type (\w+) = \{([^}]*)\};$/gm);
  return new Map([...found].map(([, name = '', body = '']) => [name, fieldsIn(body)]));
}

function fieldsIn(body: string): [string, string][] {
  return body
    .split(';')
    .map((field) => field.replaceAll(/\s+/g, ' ').trim())
    .filter((field) => field !== '')
    .map((field) => {
      const [, name, type] = /^(\w+): (.+)$/.exec(field) ?? [];
      if (!name || !type) throw new Error(`This line of a table's type is not understood: ${field}`);
      return [name, type];
    });
}

function columnsOf(fields: [string, string][] | undefined, rowType: string): TypedColumn[] {
  if (!fields) throw new Error(`There is no type ${rowType}.`);
  return fields.map(([name, text]) => {
    const inside = /^Generated<(.*)>$/.exec(text)?.[1];
    const parts = (inside ?? text).split('|').map((part) => part.trim());
    const kinds = parts.filter((part) => part !== '' && part !== 'null');
    return {
      name,
      type: kinds.sort().join(' | '),
      nullable: parts.includes('null'),
      generated: inside !== undefined,
    };
  });
}
