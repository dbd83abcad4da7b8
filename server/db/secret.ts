import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret kept in the data folder, made on the first start: written whole or not at all, whenever the program is killed. */
export function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret')
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
    renameSync(draft, file)
  }
  return readFileSync(file, 'utf8')
}

/** A password of its own for each use, none of which tells the secret or another password. */
export function derivePassword(secret: string, use: string): string {
  return createHmac('sha256', secret).update(`sajja password: ${use}`).digest('base64url')
}
