import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shippedComponents } from './components.mjs';

/*
 * Run by `npm run package`: writes into `out/`, and so into the installed app, what it is made of, for programs
 * (`sbom.cdx.json`, CycloneDX) and for people (`THIRD-PARTY.txt`, every licence's own text).
 */
const root = path.resolve(import.meta.dirname, '..', '..');
const { name, version, license } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const components = shippedComponents(root);

const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name, version, licenses: [{ license: { id: license } }] } },
  components: components.map((one) => ({
    type: 'library',
    'bom-ref': `${one.folder}@${one.version}`,
    name: one.name,
    version: one.version,
    purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
    licenses: [{ expression: one.license }],
    ...(one.integrity ? { hashes: [hashOf(one.integrity)] } : {}),
  })),
};

/**
 * The lock file's check sum in CycloneDX's words.
 *
 * @param {string} integrity
 */
function hashOf(integrity) {
  const [kind = '', value = ''] = integrity.split('-', 2);
  return { alg: kind.replace('sha', 'SHA-'), content: Buffer.from(value, 'base64').toString('hex') };
}

/** @param {string} folder */
function textsIn(folder) {
  const files = globSync('{LICEN[CS]E,licen[cs]e,COPYING,NOTICE}*', { cwd: path.join(root, folder) });
  return files.map((file) => readFileSync(path.join(root, folder, file), 'utf8').trim()).join('\n\n');
}

const notices = components.map((one) =>
  [`${one.name} ${one.version} (${one.license})`, textsIn(one.folder)].join('\n\n').trim(),
);
mkdirSync(path.join(root, 'out'), { recursive: true });
writeFileSync(path.join(root, 'out', 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
writeFileSync(path.join(root, 'out', 'THIRD-PARTY.txt'), `${notices.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
console.log(`out/sbom.cdx.json and out/THIRD-PARTY.txt name ${components.length} packages.`);
