import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/**
 * Starts the Chromium that comes with the npm packages, unpacked into the folder once; elsewhere than on linux-x64 a Chrome that is
 * installed. A bare image lacks the libraries it needs: then those in the package are laid beside it.
 */
export async function startChromium(folder: string): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args: flags })
  mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  const { default: packed, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  try {
    return await chromium.launch({ executablePath, args: flags })
  } catch (error) {
    if (!String(error).includes('libns')) throw error
    const libraries = join(folder, 'al2023', 'lib')
    if (!existsSync(libraries)) await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')
    setupLambdaEnvironment(libraries)
    return await chromium.launch({ executablePath, args: flags })
  }
}
