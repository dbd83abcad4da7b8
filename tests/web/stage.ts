import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

const folder = resolve('.tmp')

/** Sets the stage for the browser tests: the product started on data of its own, which builds the console. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort()
  const data = `${folder}/stage-${port}`
  const server = spawn('node_modules/.bin/node', ['server/main.ts'], { env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data, TRIAL: 'empty' }, stdio: ['ignore', 'inherit', 'inherit'] })
  const origin = `http://127.0.0.1:${port}`
  const clear = async () => {
    await stopped(server)
    rmSync(data, { recursive: true, force: true })
  }
  await ready(`${origin}/readyz`, server).catch(async (error: unknown) => {
    await clear()
    throw error
  })
  project.provide('origin', origin)
  return clear
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => { probe.listen(0, '127.0.0.1', done) })
  const address = probe.address()
  await new Promise((done) => { probe.close(done) })
  if (typeof address !== 'object' || !address) throw new Error('no port was given')
  return address.port
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode} before it was ready`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((wait) => { setTimeout(wait, 200) })
  }
  throw new Error('the server was not ready within a minute')
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const end = new Promise((done) => { server.once('exit', done) })
  server.kill('SIGINT')
  await end
}
