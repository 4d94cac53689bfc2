import { existsSync, realpathSync } from 'node:fs'
import { posix, win32 } from 'node:path'

type Environment = Record<string, string | undefined>

const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge']
const windowsPrograms = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/**
 * The files that are there among the usual places of a Chromium, the likeliest first.
 * That a file is there does not say that it starts.
 */
export function systemPlaces(platform: NodeJS.Platform = process.platform, env: Environment = process.env): string[] {
  return [...new Set(usualPlaces(platform, env).filter(existsSync).map((place) => realpathSync(place)))]
}

function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'win32') {
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms.map((parts) => win32.join(folder, ...parts)))
  }
  if (platform === 'darwin') {
    return ['/Applications', `${env['HOME'] ?? ''}/Applications`].flatMap((folder) =>
      macApplications.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    )
  }
  const folders = [...(env['PATH'] ?? '').split(':').filter(posix.isAbsolute), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}
