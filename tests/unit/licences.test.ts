import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/bootstrap/places.mjs';
import { shippedComponents } from '../../scripts/packaging/components.mjs';

/** Licences that let the app be given away and changed, and ask no more than to be named. */
const ALLOWED = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Unlicense',
];

const components = shippedComponents(root);

describe('what the installed app is made of', () => {
  it('is the packages it runs on and the ones it bundles, and none that only tests or builds', () => {
    const names = components.map((one) => one.name);
    for (const name of [
      'electron',
      'react',
      '@mui/material',
      'better-sqlite3-multiple-ciphers',
      'zod',
      'csstype',
    ])
      expect(names).toContain(name);
    for (const name of ['vitest', '@playwright/test', 'electron-builder', 'typescript', 'vite'])
      expect(names).not.toContain(name);
  });

  it.each(components)('$name $version has a licence that is known and allowed ($license)', ({ license }) => {
    const choices = license.replaceAll(/[()]/g, '').split(' OR ');
    expect(choices.some((choice) => choice.split(' AND ').every((one) => ALLOWED.includes(one)))).toBe(true);
  });

  it('is what was locked', () => {
    expect(components.filter((one) => !one.version || !one.integrity)).toEqual([]);
  });
});
