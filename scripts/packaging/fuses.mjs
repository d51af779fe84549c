import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import path from 'node:path';

/** Every switch that Electron's executable has, so that none is left as it came. */
export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/**
 * Called by electron-builder when the app's folder is complete and not yet signed.
 *
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { executableName?: string, appInfo: { productFilename: string } } }} context
 */
export default async function setFuses({ appOutDir, electronPlatformName, packager }) {
  await flipFuses(path.join(appOutDir, executable(electronPlatformName, packager)), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuses,
  });
}

/**
 * @param {string} platform
 * @param {{ executableName?: string, appInfo: { productFilename: string } }} packager
 */
function executable(platform, packager) {
  if (platform === 'darwin') return `${packager.appInfo.productFilename}.app`;
  const name = packager.executableName ?? packager.appInfo.productFilename;
  return platform === 'win32' ? `${name}.exe` : name;
}
